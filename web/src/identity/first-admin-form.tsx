import { useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import { identityMessages } from './messages'
import { weakness } from './new-password'
import css from '../ui/panel.module.css'
import { createFirstAdminDocument } from './sign-in.documents'
import { useAction } from '../ui/use-action'

/** The form with which an installation gets its first administrator. */
export function FirstAdminForm({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState('')
  const refused = action.problem?.code
  async function create(): Promise<void> {
    setTried(password)
    const done = await action.run(() => give(createFirstAdminDocument, { secret, name, login, password }))
    if (done) onDone()
  }
  return (
    <section className={`${css.narrow} ${css.panel}`}>
      <h1 className={css.heading}>{say.firstTitle}</h1>
      <p>{say.firstText}</p>
      {refused === 'BAD_LINK' && (
        <p role="alert" className={css.notice}>
          {say.firstBadLink}
        </p>
      )}
      <Form
        action={action}
        submit={say.firstDone}
        onSubmit={() => void create()}
        atFields={['INVALID_NAME', 'NAME_TAKEN', 'INVALID_LOGIN', 'LOGIN_TAKEN', 'WEAK_PASSWORD', 'BAD_LINK']}
      >
        <TextField
          label={say.name}
          hint={say.nameHint}
          value={name}
          onChange={setName}
          autoComplete="name"
          error={refused === 'INVALID_NAME' || refused === 'NAME_TAKEN' ? say.problem(refused) : null}
        />
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
      </Form>
    </section>
  )
}
