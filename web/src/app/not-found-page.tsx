import { Link } from 'wouter'
import { useMessages } from '../ui/preferences'
import css from './home-page.module.css'
import { appMessages } from './messages'

/** Any address that is none of ours. */
export function NotFoundPage() {
  const say = useMessages(appMessages)
  return (
    <main className={css.page}>
      <h1>{say.notFound}</h1>
      <p>
        <Link href="/">{say.home}</Link>
      </p>
    </main>
  )
}
