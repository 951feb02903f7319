import { useState } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import type { Grant } from '../ui/rights'
import { Dialog } from '../ui/dialog'
import { Form } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import type { ShownPerson } from './people-page'
import { setRolesDocument } from './people.documents'
import type { NamedWarehouse } from './role-badges'
import { RolesField } from './roles-field'
import { useAction } from '../ui/use-action'

interface Props {
  readonly person: ShownPerson
  readonly grantable: readonly Grant[]
  readonly warehouses: readonly NamedWarehouse[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Changes somebody's roles. */
export function RolesDialog({ person, grantable, warehouses, onClose, onDone }: Props) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const [grants, setGrants] = useState<readonly Grant[]>(person.roles)
  async function save(): Promise<void> {
    const done = await action.run(() => give(setRolesDocument, { personId: person.id, roles: grants }))
    if (!done) return
    onClose()
    onDone()
  }
  return (
    <Dialog title={say.editRolesOf(person.name)} onClose={onClose}>
      <Form
        action={action}
        submit={say.save}
        onSubmit={() => void save()}
        beside={
          <button type="button" className={formCss.secondary} onClick={onClose}>
            {say.cancel}
          </button>
        }
      >
        <RolesField grantable={grantable} warehouses={warehouses} grants={grants} onChange={setGrants} />
      </Form>
    </Dialog>
  )
}
