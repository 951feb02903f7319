import { useState } from 'react'
import type { TokenScope } from '../gql/graphql'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import { createAccessTokenDocument } from './account.documents'
import { Dialog } from '../ui/dialog'
import { CheckField } from './fields'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { SecretText } from './secret-text'
import { useAction } from '../ui/use-action'

const scopes: readonly TokenScope[] = ['READ', 'IMPORT', 'FLOOR']

interface Props {
  readonly onClose: () => void
  readonly onMade: () => void
}

/** Makes an access token and shows its text, once. */
export function NewTokenDialog({ onClose, onMade }: Props) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly TokenScope[]>(['READ'])
  const [days, setDays] = useState('30')
  const [secret, setSecret] = useState<string | null>(null)
  const refused = action.problem?.code
  async function create(): Promise<void> {
    // What is no whole number is out of range to the gateway too, which would answer with a fault of the request.
    const whole = /^\d{1,6}$/.test(days.trim()) ? Number(days) : 0
    const done = await action.run(() => give(createAccessTokenDocument, { name, scopes: chosen, days: whole }))
    if (!done) return
    setSecret(done.secret)
    onMade()
  }
  if (secret !== null)
    return (
      <Dialog key="made" title={name} onClose={onClose}>
        <p className={css.good}>{say.tokenMade}</p>
        <SecretText label={say.tokenText} text={secret} />
        <div className={formCss.buttons}>
          <button type="button" className={formCss.secondary} onClick={onClose}>
            {say.done}
          </button>
        </div>
      </Dialog>
    )
  return (
    <Dialog key="new" title={say.newToken} onClose={onClose}>
      <Form
        action={action}
        submit={say.createToken}
        onSubmit={() => void create()}
        atFields={['INVALID_NAME', 'INVALID_TERM', 'NOTHING_TO_DO']}
        beside={
          <button type="button" className={formCss.secondary} onClick={onClose}>
            {say.cancel}
          </button>
        }
      >
        <TextField
          label={say.tokenName}
          hint={say.tokenNameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
          error={refused === 'INVALID_NAME' ? say.invalidTokenName : null}
        />
        <fieldset className={css.group}>
          <legend>{say.tokenScopes}</legend>
          {scopes.map((scope) => (
            <CheckField
              key={scope}
              label={say.scopes[scope].name}
              hint={say.scopes[scope].hint}
              checked={chosen.includes(scope)}
              onChange={(on) => setChosen(scopes.filter((one) => (one === scope ? on : chosen.includes(one))))}
            />
          ))}
          {refused === 'NOTHING_TO_DO' && (
            <p role="alert" className={formCss.error}>
              {say.chooseScope}
            </p>
          )}
        </fieldset>
        <TextField
          label={say.tokenDays}
          hint={say.tokenDaysHint}
          value={days}
          onChange={setDays}
          inputMode="numeric"
          autoComplete="off"
          error={refused === 'INVALID_TERM' ? say.problem(refused) : null}
        />
      </Form>
    </Dialog>
  )
}
