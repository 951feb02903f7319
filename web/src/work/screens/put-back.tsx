import { useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { findPutBack, putBacksOf } from '../model/put-backs'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { useScans } from '../scan/use-scans'
import { nameOf } from './pick-step'
import { sounded, type Verdict, VerdictPanel } from './verdict'
import { WaysToScan } from './ways-to-scan'
import css from './work.module.css'

/** Units that were taken in vain: each goes to its place and is scanned there. */
export function PutBack({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { known, entries } = usePhoneState()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const wanted = putBacksOf(known, entries)
  useScans(async ({ text }) => {
    const now = phone.getState()
    const found = findPutBack(text, putBacksOf(now.known, now.entries))
    if (!found) return setVerdict(sounded({ signal: 'RED', title: say.unknown, text }))
    const [{ order, cell, sku }, barcode] = found
    const where = cell === null ? {} : { cell: cell.code }
    const kept = await phone.enter({ kind: 'putBack', orderId: order.id, barcode, ...where })
    setVerdict(
      sounded(
        kept
          ? { signal: 'GREEN', title: say.putBackDone, text: nameOf(sku) }
          : { signal: 'RED', title: say.notKept, text: say.notKeptText },
      ),
    )
  })
  return (
    <>
      <h1 className={css.title}>{say.putBacks}</h1>
      <p className={css.lead}>{wanted.length > 0 ? say.putBackText : say.nothingToPutBack}</p>
      <ul className={css.list}>
        {wanted.map(({ order, sku, cell }) => (
          <li key={order.id} className={css.item}>
            <span>{nameOf(sku)}</span>
            <b>{cell?.code ?? say.noCell}</b>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <VerdictPanel verdict={verdict} />
        {wanted.length > 0 && (
          <div className={css.row}>
            <WaysToScan />
          </div>
        )}
        <button type="button" className={css.primary} onClick={onClose}>
          {say.back}
        </button>
      </div>
    </>
  )
}
