import { useMessages, usePreferences } from '../../ui/preferences'
import { workMessages } from '../messages'
import { type Entry, needsPerson } from '../journal/entry'
import { alarmsOf, putBacksOf } from '../model/put-backs'
import { markAlarmRead } from '../phone/session'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { Sentence } from './codes'
import { nameOf } from './pick-step'
import css from './work.module.css'

/** What the server said to an act that was not simply done. */
function Said({ entry }: { readonly entry: Entry }) {
  const say = useMessages(workMessages)
  const { language } = usePreferences()
  const phone = usePhone()
  const { known } = usePhoneState()
  const { act, answer } = entry
  const unit = known.get(act.orderId)
  if (!answer) return null
  return (
    <li className={css.item} data-wide data-answer={answer.status}>
      <p>
        {answer.status !== 'DONE' && <b>{answer.status === 'PARKED' ? say.toLead : say.refused}. </b>}
        {unit && <b>{nameOf(unit.sku)}. </b>}
        <Sentence text={answer.advice?.[language] ?? answer.code ?? ''} />
      </p>
      <button type="button" className={css.secondary} onClick={() => void phone.markRead(entry)}>
        {say.read}
      </button>
    </li>
  )
}

/** All that waits for a person, in one place; nothing of it goes away unread. */
export function Attention({ onPutBack, onClose }: { readonly onPutBack: () => void; readonly onClose: () => void }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { entries, journals, journalId, known } = usePhoneState()
  const alarms = alarmsOf(known, entries)
  const answers = entries.filter(needsPerson)
  const back = putBacksOf(known, entries)
  const parked = journals.find(({ id }) => id === journalId)?.openParked ?? 0
  const waiting = journals.filter(({ id, lastSeq, expectedSeq }) => id !== journalId && lastSeq >= expectedSeq)
  return (
    <>
      <h1 className={css.title}>{say.attentionTitle}</h1>
      {journals.map(
        ({ id, person, trouble }) =>
          trouble && (
            <p key={id} role="alert" className={css.fault}>
              {say.journalTrouble[trouble](person)}
            </p>
          ),
      )}
      <ul className={css.list}>
        {alarms.map((unit) => (
          <li key={unit.order.id} className={css.item} data-wide>
            <p>
              <Sentence text={say.alarmText(nameOf(unit.sku), unit.cell?.code ?? null)} />
            </p>
            <button type="button" className={css.secondary} onClick={() => void markAlarmRead(phone, unit)}>
              {say.read}
            </button>
          </li>
        ))}
        {answers.map((entry) => (
          <Said key={entry.seq} entry={entry} />
        ))}
      </ul>
      {waiting.map(({ id, person, lastSeq, expectedSeq }) => (
        <p key={id} className={css.notice}>
          {say.ofOther(person, lastSeq - expectedSeq + 1)}
        </p>
      ))}
      {parked > 0 && <p className={css.notice}>{say.parked(parked)}</p>}
      {alarms.length + answers.length + back.length === 0 && <p className={css.lead}>{say.nothingNeeded}</p>}
      <div className={css.actions}>
        {back.length > 0 && (
          <button type="button" className={css.primary} onClick={onPutBack}>
            {say.putBacks}: {back.length}
          </button>
        )}
        <button type="button" className={css.primary} onClick={onClose}>
          {say.back}
        </button>
      </div>
    </>
  )
}
