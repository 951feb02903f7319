import { useState } from 'react'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { TextField } from '../ui/text-field'
import { CommandButton } from './command-button'
import type { FloorOrder } from './floor-order'
import { leadCancelDocument, leadFoundDocument, leadResumeDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel, ProblemLine } from './panel'
import { SureDialog } from './sure-dialog'
import { nameOf, useTimes } from './times'
import { ofOne, useCommand } from './use-command'

interface Row {
  readonly order: FloorOrder
}

function CancelDialog({ order, onClose }: Row & { readonly onClose: () => void }) {
  const say = useMessages(leadMessages)
  const [reason, setReason] = useState('')
  const command = useCommand(async (commandId, said: string) =>
    ofOne(await give(leadCancelDocument, { commandId, orderIds: [order.id], reason: said.trim() || null })),
  )
  async function cancel(): Promise<void> {
    if (await command.give(reason)) onClose()
  }
  return (
    <SureDialog
      title={say.cancelTitle(order.number)}
      confirm={say.cancelConfirm}
      kind="danger"
      command={command}
      onConfirm={() => void cancel()}
      onClose={onClose}
    >
      <p>{say.cancelText}</p>
      <TextField
        label={say.reason}
        value={reason}
        onChange={(text) => setReason(text.slice(0, 300))}
        autoComplete="off"
      />
    </SureDialog>
  )
}

function StuckRow({ order }: Row) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const [cancelling, setCancelling] = useState(false)
  const short = order.state === 'SHORT'
  const command = useCommand<void, object>(async (commandId) =>
    short
      ? give(leadFoundDocument, { commandId, orderId: order.id })
      : ofOne(await give(leadResumeDocument, { commandId, orderIds: [order.id] })),
  )
  const text = short ? say.found : say.resume
  return (
    <li className={css.row} data-stuck={order.number}>
      <div className={css.about}>
        <h3>{nameOf(order)}</h3>
        <p>
          {say.states[order.state]} {say.since(time(order.changed))}
          {order.reason !== null && `: ${order.reason}`}
        </p>
        <p className={css.dim}>
          {say.order(order.number)}, {say.deadline(time(order.deadline))}
          {order.pickedBy !== null && `, ${say.pickedBy(order.pickedBy)}`}
        </p>
        <ProblemLine problem={command.problem} />
      </div>
      <div className={css.actions}>
        <CommandButton
          command={command}
          text={text}
          label={`${text}: ${order.number}`}
          onPress={() => void command.give()}
        />
        <CommandButton
          command={{ busy: false, repeats: false }}
          text={say.cancelOrder}
          label={`${say.cancelConfirm}: ${order.number}`}
          onPress={() => setCancelling(true)}
        />
      </div>
      {cancelling && <CancelDialog order={order} onClose={() => setCancelling(false)} />}
    </li>
  )
}

/** Orders that do not go on by themselves. */
export function StuckPanel({ stuck }: { readonly stuck: readonly FloorOrder[] }) {
  const say = useMessages(leadMessages)
  return (
    <Panel id="stuck" title={say.stuck}>
      {stuck.length === 0 && <p className={css.dim}>{say.stuckNothing}</p>}
      <ul className={css.list}>
        {stuck.map((order) => (
          <StuckRow key={order.id} order={order} />
        ))}
      </ul>
    </Panel>
  )
}
