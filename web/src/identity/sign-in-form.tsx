import { useEffect, useRef, useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import { CodeField } from './fields'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { signInDocument } from './sign-in.documents'
import { useAction } from '../ui/use-action'

/** Login and password; then the code, when the gateway asks for it. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [codeAsked, setCodeAsked] = useState(false)
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(
    function focusFirst() {
      first.current?.focus()
    },
    [codeAsked],
  )
  const wrong = action.problem?.code === 'BAD_CREDENTIALS'
  const loginMissing = login.trim() === ''

  async function submit(): Promise<void> {
    setTried(true)
    if (loginMissing || password === '') return
    const done = await action.run(async () => {
      const answer = await give(signInDocument, { login, password, code: codeAsked ? code : null })
      if (answer.problem?.code === 'CODE_REQUIRED') setCodeAsked(true)
      return answer
    })
    if (done) onDone()
    else setCode('')
  }

  return (
    <section className={css.panel}>
      <h1 className={css.heading}>{say.signIn}</h1>
      <Form
        action={action}
        submit={say.enter}
        onSubmit={() => void submit()}
        atFields={['BAD_CREDENTIALS', 'CODE_REQUIRED']}
        beside={
          codeAsked && (
            <button type="button" className={formCss.secondary} onClick={() => setCodeAsked(false)}>
              {say.back}
            </button>
          )
        }
      >
        {codeAsked ? (
          <>
            <p>{say.codeFor(login)}</p>
            <CodeField ref={first} value={code} onChange={setCode} error={wrong ? say.wrongCode : null} />
          </>
        ) : (
          <>
            <TextField
              ref={first}
              label={say.login}
              value={login}
              onChange={setLogin}
              autoComplete="username"
              error={tried && loginMissing ? say.enterLogin : null}
            />
            <TextField
              label={say.password}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              error={wrong ? say.wrongPassword : tried && !loginMissing && password === '' ? say.enterPassword : null}
            />
          </>
        )}
      </Form>
      <p className={css.dim}>{say.signInHelp}</p>
    </section>
  )
}
