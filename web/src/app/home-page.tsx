import { Link } from 'wouter'
import { useHere } from '../ui/here'
import { PageHeader } from '../ui/page-header'
import { type Grant, leadsShift, worksOnFloor } from '../ui/rights'
import { useMessages } from '../ui/preferences'
import css from './home-page.module.css'
import { appMessages } from './messages'
import { PlaceCards } from './place-cards'
import { type HomeWarehouse, useHome } from './use-home'
import { WayIn } from './way-in'

function WarehouseCard({ warehouse, live, handedOver }: HomeWarehouse) {
  const say = useMessages(appMessages)
  return (
    <li>
      <Link href={`/board/${warehouse.id}`} className={css.card}>
        <span className={css.name}>
          {warehouse.name} {warehouse.demo && <b className={css.demo}>{say.demo}</b>}
        </span>
        <span className={css.account}>{warehouse.sellerAccount.name}</span>
        <span className={css.numbers}>
          {live !== null && <b>{say.live(live)}</b>}
          {handedOver !== null && <span>{say.handedOverToday(handedOver)}</span>}
        </span>
      </Link>
    </li>
  )
}

/** Where somebody with these roles works. */
function OwnPlaces({ roles }: { readonly roles: readonly Grant[] }) {
  const say = useMessages(appMessages)
  const places = [
    ...(worksOnFloor(roles) ? [{ href: '/work', name: say.work, hint: say.workHint }] : []),
    ...(leadsShift(roles) ? [{ href: '/lead', name: say.lead, hint: say.leadHint }] : []),
  ]
  if (places.length === 0) return null
  return (
    <section className={css.section}>
      <PlaceCards places={places} />
    </section>
  )
}

/** `/`: the way in, the boards there are, or how to get the first one; where developers find the API. */
export function HomePage() {
  const say = useMessages(appMessages)
  const { warehouses, failed, closed } = useHome()
  const { value: here } = useHere()
  return (
    <main className={css.page}>
      <title>WB Assistant</title>
      <PageHeader viewer={here?.me}>
        <h1 className={css.title}>WB Assistant</h1>
        <p className={css.tagline}>{say.tagline}</p>
      </PageHeader>
      {failed && (
        <p role="alert" className={css.failed}>
          {say.noConnection}
        </p>
      )}
      {here?.me === null && <WayIn device={here.device} />}
      {here?.me && <OwnPlaces roles={here.me.person.roles} />}
      {!warehouses && !failed && !closed && <p role="status">{say.loading}</p>}
      {warehouses?.length === 0 && (
        <section className={css.section}>
          <h2>{say.empty}</h2>
          <p>{say.emptyHint}</p>
          <pre className={css.command}>npm run orders:import -- FILE</pre>
        </section>
      )}
      {warehouses && warehouses.length > 0 && (
        <section className={css.section}>
          <h2>{say.boards}</h2>
          {warehouses.some(({ warehouse }) => warehouse.demo) && <p>{say.demoHint}</p>}
          <ul className={css.cards}>
            {warehouses.map((item) => (
              <WarehouseCard key={item.warehouse.id} {...item} />
            ))}
          </ul>
        </section>
      )}
      <section className={css.section}>
        <h2>{say.explore}</h2>
        <ul className={css.links}>
          <li>
            <a href="/graphql">{say.sandbox}</a>: {say.sandboxHint}
          </li>
          <li>
            <a href="/graphiql">{say.graphiql}</a>: {say.graphiqlHint}
          </li>
        </ul>
      </section>
    </main>
  )
}
