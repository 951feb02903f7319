import css from './home-page.module.css'

/** Somewhere to go, and what one does there. */
interface Place {
  readonly href: string
  readonly name: string
  readonly hint: string
}

/** Large links to places. */
export function PlaceCards({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul className={css.cards}>
      {places.map(({ href, name, hint }) => (
        <li key={href}>
          <a href={href} className={css.card}>
            <span className={css.name}>{name}</span>
            <span className={css.account}>{hint}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
