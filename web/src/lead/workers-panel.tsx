import { useState } from 'react'
import formCss from '../ui/form.module.css'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { CommandButton } from './command-button'
import type { FloorOrder } from './floor-order'
import type { Worker } from './floor-view'
import leadCss from './lead-page.module.css'
import { leadBreakDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel, ProblemLine } from './panel'
import { SureDialog } from './sure-dialog'
import { nameOf, useTimes } from './times'
import { useCommand } from './use-command'

interface Place {
  readonly warehouseId: string
}

function useBreak(warehouseId: string, what: { readonly person: string } | { readonly orderId: string }) {
  return useCommand<void, object>((commandId) => give(leadBreakDocument, { commandId, warehouseId, ...what }))
}

function WorkRow({ warehouseId, order }: Place & { readonly order: FloorOrder }) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const command = useBreak(warehouseId, { orderId: order.id })
  return (
    <li className={leadCss.work} data-work={order.number} data-state={order.state}>
      <div className={css.about}>
        <p>
          <b>{nameOf(order)}</b> <span className={css.dim}>{say.order(order.number)}</span>
        </p>
        <p>
          {say.states[order.state]} {say.since(time(order.changed))}, {say.deadline(time(order.deadline))}
        </p>
        <ProblemLine problem={command.problem} />
      </div>
      {order.state === 'CLAIMED' && (
        <CommandButton
          command={command}
          text={say.breakOne}
          label={`${say.breakOne}: ${order.number}`}
          onPress={() => void command.give()}
        />
      )}
    </li>
  )
}

function BreakDialog({
  warehouseId,
  worker,
  onClose,
}: Place & { readonly worker: Worker; readonly onClose: () => void }) {
  const say = useMessages(leadMessages)
  const command = useBreak(warehouseId, { person: worker.name })
  async function take(): Promise<void> {
    if (await command.give()) onClose()
  }
  return (
    <SureDialog
      title={say.breakTitle(worker.name)}
      confirm={say.breakConfirm}
      kind="danger"
      command={command}
      onConfirm={() => void take()}
      onClose={onClose}
    >
      <p>{say.breakText(worker.claimed.length)}</p>
    </SureDialog>
  )
}

function WorkerRow({ warehouseId, worker }: Place & { readonly worker: Worker }) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const [breaking, setBreaking] = useState(false)
  const { name, shift, claimed, done, lastAt } = worker
  const orders = [...claimed, ...done]
  return (
    <li className={css.row} data-worker={name}>
      <div className={css.about}>
        <h3>{name}</h3>
        <p className={shift ? undefined : leadCss.odd}>
          {shift ? say.shift(time(shift.startedAt), shift.device) : say.noShift}
        </p>
        <p className={css.dim}>
          {say.hands(claimed.length, done.length)}; {lastAt === null ? say.noLast : say.lastAt(time(lastAt))}
        </p>
      </div>
      {claimed.length > 0 && (
        <button
          type="button"
          className={formCss.secondary}
          aria-label={`${say.breakAll} ${name}`}
          onClick={() => setBreaking(true)}
        >
          {say.breakAll}
        </button>
      )}
      {orders.length > 0 && (
        <details className={leadCss.details}>
          <summary aria-label={say.showWork(name)}>
            {say.work}: {orders.length}
          </summary>
          <ul>
            {orders.map((order) => (
              <WorkRow key={order.id} warehouseId={warehouseId} order={order} />
            ))}
          </ul>
        </details>
      )}
      {breaking && <BreakDialog warehouseId={warehouseId} worker={worker} onClose={() => setBreaking(false)} />}
    </li>
  )
}

/** Who works, on what, since when; and their work to be taken back. */
export function WorkersPanel({ warehouseId, workers }: Place & { readonly workers: readonly Worker[] }) {
  const say = useMessages(leadMessages)
  return (
    <Panel id="workers" title={say.workers}>
      {workers.length === 0 && <p className={css.dim}>{say.workersNothing}</p>}
      <ul className={css.list}>
        {workers.map((worker) => (
          <WorkerRow key={worker.name} warehouseId={warehouseId} worker={worker} />
        ))}
      </ul>
    </Panel>
  )
}
