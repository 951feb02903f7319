import { useState } from 'react'
import { checkMarkingCode } from '../../../../floor/marking-code.js'
import { useMessages } from '../../ui/preferences'
import { serverNow } from '../../ui/request'
import { workMessages } from '../messages'
import type { OnTable } from '../model/pack'
import { pickedOf } from '../model/put-backs'
import { findOrder } from '../phone/find-order'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { useScans } from '../scan/use-scans'
import { Barcodes, Sentence } from './codes'
import { nameOf } from './pick-step'
import css from './pick-step.module.css'
import { sounded, type Verdict, VerdictPanel } from './verdict'
import { WaysToScan } from './ways-to-scan'
import workCss from './work.module.css'

/** What the unit on the table waits for. */
type PackStage = 'CODE' | 'BOX'

const stageOf = ({ missing }: OnTable): PackStage => (missing.length > 0 ? 'CODE' : 'BOX')

/** What was picked on this phone and is not packed yet. */
function InTote() {
  const say = useMessages(workMessages)
  const { known, entries } = usePhoneState()
  const picked = pickedOf(known, entries)
  if (picked.length === 0) return null
  return (
    <section>
      <h2 className={workCss.hint}>{say.inTote(picked.length)}</h2>
      <ul className={workCss.list}>
        {picked.map(({ order, sku }) => (
          <li key={order.id} className={workCss.item} data-wide data-in-tote={order.id}>
            <b>
              <Sentence text={nameOf(sku)} />
            </b>
            <span>
              <Barcodes barcodes={sku.barcodes} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Packing: item → its order → marking codes → box, one scan each. */
export function PackStep({ onPick }: { readonly onPick: () => void }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const [onTable, setOnTable] = useState<OnTable | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const tell = (next: Verdict): void => setVerdict(sounded(next))
  const notKept = (): void => tell({ signal: 'RED', title: say.notKept, text: say.notKeptText })

  async function takeItem(text: string): Promise<void> {
    const found = await findOrder(phone, text)
    if ('onTable' in found) {
      setOnTable(found.onTable)
      tell({ signal: 'GREEN', title: nameOf(found.onTable.sku), text: say.packOrder(found.onTable.order.wbOrderId) })
    } else if ('unknown' in found) tell({ signal: 'RED', title: say.packUnknown, text: say.packNeedsSignal })
    else {
      const { cells } = found.refused
      const text = cells.length > 0 ? { text: say.packBelongs(cells.join(', ')) } : {}
      tell({ signal: cells.length > 0 ? 'ELSEWHERE' : 'RED', title: say.packUnknown, ...text })
    }
  }
  async function takeCode(unit: OnTable, raw: string): Promise<void> {
    const [key = ''] = unit.missing
    const today = new Date(serverNow()).toISOString().slice(0, 10)
    const { verdict: checked, value } = checkMarkingCode(key, raw, { barcodes: unit.sku.barcodes, today })
    if (checked !== 'VALID') return tell({ signal: 'RED', title: say.codeBad, text: say.codeFaults[checked] })
    if (!(await phone.enter({ kind: 'attachMarkingCode', orderId: unit.order.id, key, raw: value }))) return notKept()
    setOnTable({ ...unit, missing: unit.missing.slice(1) })
    tell({ signal: 'GREEN', title: say.codeFits })
  }
  async function pack(unit: OnTable, box: string | null): Promise<void> {
    const { id: orderId } = unit.order
    const kept =
      (await phone.enter({ kind: 'pack', orderId, barcode: unit.barcode })) &&
      (box === null || (await phone.enter({ kind: 'putIntoBox', orderId, box })))
    if (!kept) return notKept()
    setOnTable(null)
    tell({ signal: 'GREEN', title: say.packed, ...(box === null ? {} : { text: say.boxed(box) }) })
  }

  useScans(async ({ text }) => {
    if (!onTable) return takeItem(text)
    if (stageOf(onTable) === 'CODE') return takeCode(onTable, text)
    // The unit once more is no box: two quick scans of one thing.
    if (onTable.sku.barcodes.includes(text)) return tell({ signal: 'ELSEWHERE', title: say.putInBox })
    return pack(onTable, text)
  })

  return (
    <>
      <h1 className={workCss.title}>{say.packTitle}</h1>
      {onTable && (
        <div className={css.step} data-there="true" data-order={onTable.order.id}>
          <div className={css.what}>
            <p className={css.name}>
              <Sentence text={nameOf(onTable.sku)} />
            </p>
            <p className={workCss.hint}>{onTable.waiting === null ? say.byPhone : say.waiting(onTable.waiting)}</p>
          </div>
        </div>
      )}
      <p className={css.prompt}>
        {!onTable
          ? say.scanForPack
          : onTable.missing[0] === undefined
            ? say.putInBox
            : say.scanCode(say.codeNames[onTable.missing[0]] ?? onTable.missing[0])}
      </p>
      {!onTable && <InTote />}
      <div className={workCss.actions}>
        <VerdictPanel verdict={verdict} />
        <div className={workCss.row}>
          <WaysToScan />
        </div>
        {onTable && stageOf(onTable) === 'BOX' && (
          <button type="button" className={workCss.secondary} onClick={() => void pack(onTable, null)}>
            {say.noBox}
          </button>
        )}
        {onTable ? (
          <button
            type="button"
            className={workCss.secondary}
            onClick={() => {
              setOnTable(null)
              setVerdict(null)
            }}
          >
            {say.anotherItem}
          </button>
        ) : (
          <button type="button" className={workCss.secondary} onClick={onPick}>
            {say.goPick}
          </button>
        )}
      </div>
    </>
  )
}
