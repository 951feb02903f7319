import { useEffect, useRef, useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import { isManager } from '../ui/rights'
import type { Viewer } from '../ui/viewer'
import {
  disableAuthenticatorDocument,
  enableAuthenticatorDocument,
  offerAuthenticatorDocument,
} from './account.documents'
import { SureDialog } from './sure-dialog'
import { CodeField } from './fields'
import { Form, ProblemText } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { QrCode } from './qr-code'
import { SecretText } from './secret-text'
import { useAction } from '../ui/use-action'

interface Offer {
  readonly secret: string
  readonly uri: string
}

interface OfferProps {
  readonly offer: Offer
  readonly onDone: () => void
  readonly onCancel: () => void
}

function OfferedAuthenticator({ offer, onDone, onCancel }: OfferProps) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [code, setCode] = useState('')
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(function focusText() {
    text.current?.focus()
  }, [])
  async function enable(): Promise<void> {
    const done = await action.run(() => give(enableAuthenticatorDocument, { secret: offer.secret, code }))
    if (done) onDone()
  }
  return (
    <>
      <p ref={text} tabIndex={-1}>
        {say.scan}
      </p>
      <QrCode text={offer.uri} label={say.qrAuthenticator} />
      <SecretText label={say.secretText} text={offer.secret} />
      <Form
        action={action}
        submit={say.turnOn}
        onSubmit={() => void enable()}
        atFields={['BAD_CREDENTIALS']}
        beside={
          <button type="button" className={formCss.secondary} onClick={onCancel}>
            {say.cancel}
          </button>
        }
      >
        <CodeField
          value={code}
          onChange={setCode}
          error={action.problem?.code === 'BAD_CREDENTIALS' ? say.wrongFirstCode : null}
        />
      </Form>
    </>
  )
}

/** Connects an app that shows codes; it counts once it has shown a right one. */
export function AuthenticatorPanel({ viewer, onDone }: { readonly viewer: Viewer; readonly onDone: () => void }) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [saved, setSaved] = useState(false)
  const [ending, setEnding] = useState(false)
  const { hasAuthenticator } = viewer.person
  async function ask(): Promise<void> {
    setSaved(false)
    setOffer(await action.run(() => give(offerAuthenticatorDocument, {})))
  }
  return (
    <section className={css.panel}>
      <h2>{say.authenticatorTitle}</h2>
      <p className={hasAuthenticator ? css.good : undefined}>
        {hasAuthenticator ? say.authenticatorOn : say.authenticatorOff}
      </p>
      {!viewer.hasPassword && <p className={css.dim}>{say.authenticatorNeedsPassword}</p>}
      {viewer.hasPassword && !offer && (
        <>
          <ProblemText problem={action.problem} />
          <div className={formCss.buttons}>
            <button type="button" className={formCss.secondary} aria-disabled={action.busy} onClick={() => void ask()}>
              {hasAuthenticator ? say.connectAnother : say.connect}
            </button>
            {/* Managers keep one. */}
            {hasAuthenticator && !isManager(viewer.person.roles) && (
              <button type="button" className={formCss.secondary} onClick={() => setEnding(true)}>
                {say.turnOff}
              </button>
            )}
          </div>
        </>
      )}
      {offer && (
        <OfferedAuthenticator
          offer={offer}
          onCancel={() => setOffer(null)}
          onDone={() => {
            setOffer(null)
            setSaved(true)
            onDone()
          }}
        />
      )}
      {ending && (
        <SureDialog
          title={say.turnOffTitle}
          confirm={say.turnOff}
          call={() => give(disableAuthenticatorDocument, {})}
          onDone={() => {
            setEnding(false)
            setSaved(false)
            onDone()
          }}
          onClose={() => setEnding(false)}
        >
          <p>{say.turnOffText}</p>
        </SureDialog>
      )}
      <p role="status" className={css.good}>
        {saved && say.authenticatorSaved}
      </p>
    </section>
  )
}
