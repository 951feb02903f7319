import { useState } from 'react'
import type { LeadFloorQuery } from '../gql/graphql'
import formCss from '../ui/form.module.css'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { TextField } from '../ui/text-field'
import { leadPutBackDocument, leadSurplusDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel } from './panel'
import { SureDialog } from './sure-dialog'
import { nameOf, useTimes } from './times'
import { useCommand } from './use-command'

type PutBack = LeadFloorQuery['putBacks']['putBacks'][number]

interface Call {
  readonly barcode: string
  readonly cell: string | null
  readonly reason: string | null
}

interface DialogProps {
  readonly unit: PutBack
  readonly onClose: () => void
  readonly onDone: () => void
}

function PutBackDialog({ unit, onClose, onDone }: DialogProps) {
  const say = useMessages(leadMessages)
  const [fields, setFields] = useState({ barcode: '', cell: '', reason: '' })
  const [missing, setMissing] = useState(false)
  const { id, surplus, order } = unit
  const command = useCommand<Call, object>((commandId, { barcode, cell, reason }) =>
    surplus
      ? give(leadSurplusDocument, { commandId, surplusUnitId: id, cell, ...(missing ? { reason } : { barcode }) })
      : give(leadPutBackDocument, { commandId, orderId: order.id, barcode, cell }),
  )
  const needed = missing ? fields.reason : fields.barcode
  async function putBack(): Promise<void> {
    if (needed.trim() === '' && !command.repeats) return
    const { barcode, cell, reason } = fields
    const call = { barcode: barcode.trim(), cell: cell.trim() || null, reason: reason.trim() || null }
    if (await command.give(call)) onDone()
  }
  return (
    <SureDialog
      title={say.putBackTitle(nameOf(order.sku))}
      confirm={missing ? say.noSurplus : say.putBackDone}
      kind="primary"
      command={command}
      onConfirm={() => void putBack()}
      onClose={onClose}
    >
      {missing ? (
        <TextField
          label={say.noSurplusReason}
          value={fields.reason}
          onChange={(reason) => setFields({ ...fields, reason: reason.slice(0, 300) })}
          autoComplete="off"
        />
      ) : (
        <>
          <TextField
            label={say.scan}
            hint={say.scanHint}
            value={fields.barcode}
            onChange={(barcode) => setFields({ ...fields, barcode })}
            autoComplete="off"
          />
          <TextField
            label={say.cell}
            hint={say.cellHint}
            value={fields.cell}
            onChange={(cell) => setFields({ ...fields, cell })}
            autoComplete="off"
          />
        </>
      )}
      {surplus && !command.repeats && (
        <button type="button" className={formCss.secondary} onClick={() => setMissing(!missing)}>
          {missing ? say.scan : say.noSurplus}
        </button>
      )}
    </SureDialog>
  )
}

function PutBackRow({ unit, onDone }: Pick<DialogProps, 'unit' | 'onDone'>) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const [open, setOpen] = useState(false)
  const { surplus, since, pickedBy, order } = unit
  return (
    <li className={css.row} data-put-back={order.wbOrderId}>
      <div className={css.about}>
        <h3>{nameOf(order.sku)}</h3>
        <p>
          {surplus ? say.surplus : say.cancelled}, {say.since(time(since))}
        </p>
        <p className={css.dim}>
          {say.order(order.wbOrderId)}
          {pickedBy !== null && `, ${say.pickedBy(pickedBy)}`}
        </p>
      </div>
      <button
        type="button"
        className={formCss.secondary}
        aria-label={`${say.putBack} ${order.wbOrderId}`}
        onClick={() => setOpen(true)}
      >
        {say.putBack}
      </button>
      {open && (
        <PutBackDialog
          unit={unit}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            onDone()
          }}
        />
      )}
    </li>
  )
}

interface Props {
  readonly putBacks: LeadFloorQuery['putBacks']
  readonly onDone: () => void
}

/** Units that are to go back to their shelves. */
export function PutBacksPanel({ putBacks: { putBacks, total }, onDone }: Props) {
  const say = useMessages(leadMessages)
  return (
    <Panel id="put-backs" title={say.putBacks}>
      {total === 0 && <p className={css.dim}>{say.putBacksNothing}</p>}
      {total > putBacks.length && <p className={css.notice}>{say.parkedMore(total)}</p>}
      <ul className={css.list}>
        {putBacks.map((unit) => (
          <PutBackRow key={unit.id} unit={unit} onDone={onDone} />
        ))}
      </ul>
    </Panel>
  )
}
