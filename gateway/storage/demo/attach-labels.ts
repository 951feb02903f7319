import type { Change } from '../../domain/apply-transition.js'
import type { Result } from '../../domain/refusal.js'
import { type CommandHeader, runCommand } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { attachToNamed } from '../label/attach-label.js'
import { lockNamed } from '../order/lock-named.js'
import { writeChanges } from '../order/write-changes.js'

/** The marking codes of many orders, scanned by one person. */
export interface AttachLabels extends CommandHeader {
  readonly labels: readonly { readonly orderId: string; readonly key: string; readonly raw: string }[]
}

/**
 * Attaches hundreds of codes by one command, as the demo's past needs them; people scan one at a time. A code that is
 * refused undoes them all and throws: the demo makes its codes itself, so nobody is there to scan another.
 */
export const attachLabels = (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: AttachLabels,
): Promise<Result<object>> =>
  runCommand(deps, call, { command: 'ATTACH_LABELS', labels: call.labels }, async (tx) => {
    const ids = call.labels.map(({ orderId }) => orderId)
    const named = await lockNamed(tx, { ...call, command: 'ATTACH_LABEL' }, ids)
    const changes: Change[] = []
    for (const label of call.labels) {
      const attached = await attachToNamed(tx, named, { ...label, actor: call.actor })
      if ('refusal' in attached) throw new Error(`the code of ${label.orderId} was refused: ${attached.refusal.code}`)
      changes.push(attached.change)
    }
    const { events } = await writeChanges(tx, changes, named.given.now)
    return { result: {}, events }
  })
