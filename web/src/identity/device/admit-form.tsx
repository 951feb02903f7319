import { useEffect, useRef, useState } from 'react'
import type { DeviceKind } from '../../gql/graphql'
import { give } from '../../ui/give'
import { useMessages } from '../../ui/preferences'
import { SelectField } from '../fields'
import { TextField } from '../../ui/text-field'
import { Form } from '../form'
import { identityMessages } from '../messages'
import css from '../../ui/panel.module.css'
import type { NamedWarehouse } from '../role-badges'
import { useAction } from '../../ui/use-action'
import { approvePairingDocument } from './device.documents'
import { deviceMessages } from './messages'

/** The code that a QR code brought after the `#`. */
const scannedCode = (): string => decodeURIComponent(/^#code=([\w%-]+)$/.exec(location.hash)?.[1] ?? '')

/** A code as people type it, as the screen shows it: dashes, spaces and case are forgiven. */
function tidy(text: string): string {
  const letters = text
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 8)
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

interface Props {
  readonly warehouses: readonly NamedWarehouse[]
  readonly onDone: () => void
}

/** Lets the device in that shows a code, into one warehouse. */
export function AdmitForm({ warehouses, onDone }: Props) {
  const say = useMessages(deviceMessages)
  const common = useMessages(identityMessages)
  const action = useAction()
  const [code, setCode] = useState(() => tidy(scannedCode()))
  const [name, setName] = useState('')
  const [warehouseId, setWarehouseId] = useState(warehouses.length === 1 ? (warehouses[0]?.id ?? '') : '')
  const [tried, setTried] = useState(false)
  const [admitted, setAdmitted] = useState<DeviceKind | null>(null)
  const nameField = useRef<HTMLInputElement>(null)
  useEffect(function takeScannedCode() {
    function take(): void {
      const scanned = tidy(scannedCode())
      if (scanned === '') return
      setCode(scanned)
      nameField.current?.focus()
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const refused = action.problem?.code
  const warehouse = warehouses.find(({ id }) => id === warehouseId)
  const codeMissing = code.length < 9
  const nameMissing = name.trim() === ''

  async function admit(): Promise<void> {
    setTried(true)
    setAdmitted(null)
    if (codeMissing || nameMissing || !warehouse) return
    const done = await action.run(() => give(approvePairingDocument, { userCode: code, name, warehouseId }))
    if (!done) return
    setAdmitted(done.kind)
    setCode('')
    setName('')
    setTried(false)
    // A code is good once: it would fill the form again.
    history.replaceState(history.state, '', location.pathname + location.search)
    onDone()
  }
  const codeError = tried && codeMissing ? say.codeWrong : refused === 'BAD_CODE' ? common.problem(refused) : null
  const nameError = refused === 'INVALID_NAME' || (tried && nameMissing) ? common.problem('INVALID_NAME') : null
  return (
    <section className={css.panel}>
      <h2>{say.admitTitle}</h2>
      <p className={css.dim}>{say.admitText}</p>
      <Form
        action={action}
        submit={say.admit}
        onSubmit={() => void admit()}
        atFields={['BAD_CODE', 'INVALID_NAME', 'UNKNOWN_WAREHOUSE']}
      >
        <TextField
          label={say.code}
          hint={say.codeHint}
          value={code}
          onChange={(text) => setCode(tidy(text))}
          autoComplete="off"
          error={codeError}
        />
        <TextField
          ref={nameField}
          label={say.name}
          hint={say.nameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
          error={nameError}
        />
        <SelectField
          label={say.warehouse}
          value={warehouseId}
          onChange={setWarehouseId}
          options={warehouses}
          hint={warehouse && say.opens(warehouse.name)}
          error={
            refused === 'UNKNOWN_WAREHOUSE'
              ? common.problem(refused)
              : tried && !warehouse
                ? common.chooseWarehouse
                : null
          }
        />
      </Form>
      <p role="status" className={css.good}>
        {admitted && say.admitted[admitted]}
      </p>
    </section>
  )
}
