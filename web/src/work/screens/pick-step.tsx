import { useState } from 'react'
import { formatTime } from '../../ui/format'
import { useMessages, usePreferences } from '../../ui/preferences'
import { workMessages } from '../messages'
import type { WorkMessages } from '../messages.ru'
import { decidePick, type PickVerdict } from '../model/decide-scan'
import { openStops, type Sku, type Stop, unitsOf, type Work } from '../model/work'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { useScans } from '../scan/use-scans'
import { Barcodes } from './codes'
import css from './pick-step.module.css'
import { StopTrouble } from './stop-trouble'
import { sounded, type Verdict, VerdictPanel } from './verdict'
import { WaysToScan } from './ways-to-scan'
import workCss from './work.module.css'

/** The phone lies in the warehouse: its zone is that of the deadlines. */
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What people call a size: its title, or the article where it has none. */
export const nameOf = ({ title, article, size }: Sku): string =>
  [title || article, size].filter((part) => part !== null && part !== '').join(', ')

/** Verdicts that change nothing. */
function refusalOf(verdict: Exclude<PickVerdict, { kind: 'AT_CELL' | 'TAKEN' }>, say: WorkMessages): Verdict {
  switch (verdict.kind) {
    case 'ELSEWHERE': {
      const name = nameOf(verdict.sku)
      const text = verdict.cell ? say.elsewhereText(name, verdict.cell.code) : say.elsewhereNoCell(name)
      return { signal: 'ELSEWHERE', title: say.elsewhere, text }
    }
    case 'OTHER_CELL':
      return { signal: 'ELSEWHERE', title: say.elsewhere, text: say.otherCell(verdict.scanned, verdict.wanted.code) }
    case 'CANCELLED':
      return { signal: 'RED', title: say.cancelled, text: nameOf(verdict.sku) }
    case 'ENOUGH':
      return { signal: 'ELSEWHERE', title: say.enough, text: say.enoughText(nameOf(verdict.sku)) }
    case 'MISREAD':
      return { signal: 'RED', title: say.misread, text: say.misreadText }
    case 'UNKNOWN':
      return { signal: 'RED', title: say.unknown, text: verdict.text }
  }
}

interface WhereProps {
  readonly stop: Stop
  readonly there: boolean
}

/** As large as a code may be in one line: bold letters and digits are some two thirds as wide as high. */
const fitted = (code: string) => ({ fontSize: `clamp(1.6rem, ${Math.round(150 / code.length)}cqi, 6.5rem)` })

/** One step on the screen: where to go, or what to take there. */
function Where({ stop, there }: WhereProps) {
  const say = useMessages(workMessages)
  const { language } = usePreferences()
  const { cell, sku, tasks } = stop
  const [first] = tasks
  return (
    <div className={css.step} data-there={there}>
      <div className={css.cell}>
        <p className={css.label}>{cell ? say.cell : say.noCell}</p>
        {cell && (
          <>
            <p className={css.code} data-cell={cell.code} style={there ? undefined : fitted(cell.code)}>
              {cell.code}
            </p>
            {!there && <p className={css.zone}>{say.zone(cell.zone)}</p>}
          </>
        )}
      </div>
      <div className={css.what} data-sku={sku.article}>
        <p className={css.name}>{sku.title || sku.article}</p>
        <dl className={css.facts}>
          {sku.size !== null && sku.size !== '' && (
            <div>
              <dt>{say.size}</dt>
              <dd className={css.size} data-long={sku.size.length > 6 || undefined}>
                {sku.size}
              </dd>
            </div>
          )}
          <div>
            <dt>{say.article}</dt>
            <dd>{sku.article}</dd>
          </div>
          {there && (
            <div>
              <dt>{say.barcode}</dt>
              <dd data-barcodes>
                <Barcodes barcodes={sku.barcodes} />
              </dd>
            </div>
          )}
        </dl>
        <p className={css.quantity}>
          {say.quantity(tasks.length)}
          {first && (
            <span className={css.until}>
              {say.until(formatTime(language, Date.parse(first.order.deadlineAt), here))}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

/** Cell → item → tote, one after another in the order of walking. */
export function PickStep({ work }: { readonly work: Work }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { entries, gone } = usePhoneState()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  /** The cell that was scanned last, by its code. */
  const [at, setAt] = useState<string | null>(null)
  const [trouble, setTrouble] = useState(false)
  /** Order in which stops are gone to when somebody has put one off: those stand at the end. */
  const [putOff, setPutOff] = useState<readonly string[]>([])
  const keyOf = ({ cell, sku }: Stop): string => `${cell?.code ?? ''} ${sku.id}`
  const rankOf = (stop: Stop): number => putOff.indexOf(keyOf(stop))
  const open = openStops(work.stops, { entries, gone }).toSorted((one, other) => rankOf(one) - rankOf(other))
  const [stop] = open
  const there = stop !== undefined && (stop.cell === null || stop.cell.code === at)

  useScans(async ({ text }) => {
    // The screen may be older than the journal: two scans can come faster than it is drawn.
    const now = phone.getState()
    const stops = openStops(work.stops, now).toSorted((one, other) => rankOf(one) - rankOf(other))
    const decided = decidePick(text, { open: stops, all: now.work?.stops ?? work.stops })
    setTrouble(false)
    if (decided.kind === 'AT_CELL') {
      setAt(decided.cell.code)
      setVerdict(sounded({ signal: 'GREEN', title: say.atCell(decided.cell.code), text: say.scanItem }))
      return
    }
    if (decided.kind !== 'TAKEN') {
      setVerdict(sounded(refusalOf(decided, say)))
      return
    }
    const { stop: from, task, barcode } = decided
    const cell = from.cell?.code
    const kept = await phone.enter({
      kind: 'pick',
      orderId: task.order.id,
      barcode,
      ...(cell === undefined ? {} : { cell }),
    })
    setVerdict(
      sounded(
        kept
          ? { signal: 'GREEN', title: say.taken, text: say.takenText(nameOf(from.sku), from.tasks.length - 1) }
          : { signal: 'RED', title: say.notKept, text: say.notKeptText },
      ),
    )
    if (kept && cell !== undefined) setAt(cell)
  })

  if (!stop) return null
  return (
    <>
      <p className={css.left} data-left={unitsOf(open)}>
        {say.left(unitsOf(open))}
      </p>
      <Where stop={stop} there={there} />
      <h1 className={css.prompt}>{there ? say.scanItem : say.scanCell}</h1>
      {trouble && (
        <StopTrouble
          stop={stop}
          canPutOff={open.length > 1}
          onPutOff={() => setPutOff([...putOff.filter((key) => key !== keyOf(stop)), keyOf(stop)])}
          onClose={() => setTrouble(false)}
        />
      )}
      <div className={workCss.actions}>
        <VerdictPanel verdict={verdict} />
        <div className={workCss.row}>
          <WaysToScan />
          <button type="button" className={workCss.secondary} onClick={() => setTrouble(true)}>
            {say.trouble}
          </button>
        </div>
        {!there && stop.cell && (
          <button type="button" className={workCss.secondary} onClick={() => setAt(stop.cell?.code ?? null)}>
            {say.iAmHere}
          </button>
        )}
      </div>
    </>
  )
}
