import { useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import type { Grant } from '../ui/rights'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { Form } from './form'
import formCss from '../ui/form.module.css'
import { LinkDialog } from './link-dialog'
import { identityMessages } from './messages'
import { createPersonDocument } from './people.documents'
import type { NamedWarehouse } from './role-badges'
import { RolesField } from './roles-field'
import { useAction } from '../ui/use-action'

interface Props {
  readonly grantable: readonly Grant[]
  readonly warehouses: readonly NamedWarehouse[]
  readonly onClose: () => void
  readonly onMade: () => void
}

/** Makes a person, and shows the link of their first sign-in. */
export function NewPersonDialog({ grantable, warehouses, onClose, onMade }: Props) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [grants, setGrants] = useState<readonly Grant[]>([])
  const [secret, setSecret] = useState<string | null>(null)
  const refused = action.problem?.code
  async function create(): Promise<void> {
    const person = { name, login: login.trim() === '' ? null : login, roles: grants }
    const done = await action.run(() => give(createPersonDocument, person))
    if (!done) return
    setSecret(done.linkSecret)
    onMade()
  }
  if (secret !== null) return <LinkDialog name={name} secret={secret} onClose={onClose} />
  return (
    <Dialog title={say.newPerson} onClose={onClose}>
      <Form
        action={action}
        submit={say.createPerson}
        onSubmit={() => void create()}
        atFields={['INVALID_NAME', 'NAME_TAKEN', 'INVALID_LOGIN', 'LOGIN_TAKEN', 'NOTHING_TO_DO']}
        beside={
          <button type="button" className={formCss.secondary} onClick={onClose}>
            {say.cancel}
          </button>
        }
      >
        <TextField
          label={say.name}
          hint={say.personNameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
          error={refused === 'INVALID_NAME' || refused === 'NAME_TAKEN' ? say.problem(refused) : null}
        />
        <TextField
          label={say.personLogin}
          hint={say.personLoginHint}
          value={login}
          onChange={setLogin}
          autoComplete="off"
          error={refused === 'INVALID_LOGIN' || refused === 'LOGIN_TAKEN' ? say.problem(refused) : null}
        />
        <RolesField
          grantable={grantable}
          warehouses={warehouses}
          grants={grants}
          onChange={setGrants}
          error={refused === 'NOTHING_TO_DO' ? say.chooseRole : null}
        />
      </Form>
    </Dialog>
  )
}
