import { type ReactNode, useState } from 'react'
import { give } from './give'
import css from './page-header.module.css'
import { type Language, useMessages } from './preferences'
import { isManager } from './rights'
import { Switches } from './switches'
import type { Viewer } from './viewer'
import { endSessionDocument } from './viewer.documents'

const words = {
  ru: {
    pages: 'Страницы',
    account: 'Мой вход',
    people: 'Сотрудники',
    devices: 'Устройства',
    audit: 'Журнал',
    signIn: 'Войти',
    signOut: 'Выйти',
    failed: 'Выйти не удалось: нет связи с сервером.',
  },
  en: {
    pages: 'Pages',
    account: 'My account',
    people: 'People',
    devices: 'Devices',
    audit: 'Audit',
    signIn: 'Sign in',
    signOut: 'Sign out',
    failed: 'Could not sign out: no connection to the server.',
  },
} satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

interface Props {
  /** Undefined until it is known. */
  readonly viewer: Viewer | null | undefined
  readonly children: ReactNode
}

/** The head of every page but the board: where one is, who is signed in, and where one may go. */
export function PageHeader({ viewer, children }: Props) {
  const say = useMessages(words)
  const [failed, setFailed] = useState(false)
  const link = (href: string, text: ReactNode) => (
    <a href={href} className={css.link} aria-current={location.pathname === href ? 'page' : undefined}>
      {text}
    </a>
  )
  async function signOut(): Promise<void> {
    const { problem } = await give(endSessionDocument, {})
    // A session that is over already is what was wanted.
    if (problem && problem.code !== 'SIGN_IN_REQUIRED') setFailed(true)
    else location.assign('/')
  }
  return (
    <header className={css.header}>
      <div className={css.title}>{children}</div>
      {viewer !== undefined && (
        <nav aria-label={say.pages} className={css.nav}>
          {viewer === null ? (
            link('/sign-in', say.signIn)
          ) : (
            <>
              {link(
                '/account',
                <>
                  <span className={css.name}>{viewer.person.name}</span>
                  <span className={css.note}>{say.account}</span>
                </>,
              )}
              {isManager(viewer.person.roles) && !viewer.mustEnableAuthenticator && (
                <>
                  {link('/people', say.people)}
                  {link('/devices', say.devices)}
                  {link('/audit', say.audit)}
                </>
              )}
              <button type="button" className={css.link} onClick={() => void signOut()}>
                {say.signOut}
              </button>
            </>
          )}
        </nav>
      )}
      {failed && (
        <p role="alert" className={css.failed}>
          {say.failed}
        </p>
      )}
      <Switches />
    </header>
  )
}
