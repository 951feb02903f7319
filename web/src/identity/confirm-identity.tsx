import { type ReactNode, useCallback, useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import type { Viewer } from '../ui/viewer'
import { Dialog } from '../ui/dialog'
import { CodeField } from './fields'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import css from '../ui/form.module.css'
import { identityMessages } from './messages'
import { confirmIdentityDocument } from './sign-in.documents'
import { AskIdentity, useAction } from '../ui/use-action'

interface DialogProps {
  readonly viewer: Viewer
  readonly onSettled: (confirmed: boolean) => void
}

function IdentityDialog({ viewer, onSettled }: DialogProps) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { hasAuthenticator, login } = viewer.person
  async function confirm(): Promise<void> {
    const proof = { password, code: hasAuthenticator ? code : null }
    const done = await action.run(() => give(confirmIdentityDocument, proof))
    if (done) onSettled(true)
    else setCode('')
  }
  const cancel = (
    <button type="button" className={css.secondary} onClick={() => onSettled(false)}>
      {say.cancel}
    </button>
  )
  return (
    <Dialog title={say.confirmTitle} onClose={() => onSettled(false)}>
      {viewer.hasPassword ? (
        <Form
          action={action}
          submit={say.confirm}
          onSubmit={() => void confirm()}
          atFields={['BAD_CREDENTIALS']}
          beside={cancel}
        >
          <p>{say.confirmText}</p>
          {/* For password managers, which look for whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={login ?? ''} readOnly hidden />
          <TextField
            label={say.password}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={action.problem?.code === 'BAD_CREDENTIALS' ? say.wrongProof(hasAuthenticator) : null}
          />
          {hasAuthenticator && <CodeField value={code} onChange={setCode} />}
        </Form>
      ) : (
        <>
          <p>{say.confirmWithoutPassword}</p>
          <div className={css.buttons}>{cancel}</div>
        </>
      )}
    </Dialog>
  )
}

/** Lets everything inside ask for a fresh proof of identity and go on after it. */
export function WithIdentity({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  const [settle, setSettle] = useState<((confirmed: boolean) => void) | null>(null)
  const ask = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), [])
  return (
    <AskIdentity value={ask}>
      {children}
      {settle && (
        <IdentityDialog
          viewer={viewer}
          onSettled={(confirmed) => {
            setSettle(null)
            settle(confirmed)
          }}
        />
      )}
    </AskIdentity>
  )
}
