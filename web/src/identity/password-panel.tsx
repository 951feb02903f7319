import { useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import type { Viewer } from '../ui/viewer'
import { setPasswordDocument } from './account.documents'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import { identityMessages } from './messages'
import { weakness } from './new-password'
import css from '../ui/panel.module.css'
import { useAction } from '../ui/use-action'

/** Sets or changes one's login and password. */
export function PasswordPanel({ viewer, onDone }: { readonly viewer: Viewer; readonly onDone: () => void }) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [login, setLogin] = useState(viewer.person.login ?? '')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState('')
  const [saved, setSaved] = useState(false)
  const refused = action.problem?.code
  async function save(): Promise<void> {
    setTried(password)
    setSaved(false)
    const done = await action.run(() => give(setPasswordDocument, { login, password }))
    if (!done) return
    setPassword('')
    setSaved(true)
    onDone()
  }
  return (
    <section className={css.panel}>
      <h2>{say.passwordTitle}</h2>
      {!viewer.hasPassword && <p className={css.notice}>{say.noPassword}</p>}
      <Form
        action={action}
        submit={viewer.hasPassword ? say.changePassword : say.setPassword}
        onSubmit={() => void save()}
        atFields={['INVALID_LOGIN', 'LOGIN_TAKEN', 'WEAK_PASSWORD']}
      >
        <TextField
          label={say.login}
          hint={say.loginHint}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          error={refused === 'INVALID_LOGIN' || refused === 'LOGIN_TAKEN' ? say.problem(refused) : null}
        />
        <TextField
          label={say.newPassword}
          hint={say.passwordHint}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={weakness(action.problem, tried, say)}
        />
        <p className={css.dim}>{say.passwordEndsSessions}</p>
      </Form>
      <p role="status" className={css.good}>
        {saved && say.passwordSaved}
      </p>
    </section>
  )
}
