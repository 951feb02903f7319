import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { openStops } from '../model/work'
import { usePhoneState } from '../phone/use-phone'
import { Sentence } from './codes'
import { nameOf } from './pick-step'
import css from './work.module.css'

/** All places that are still to go to. */
export function StopList({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(workMessages)
  const state = usePhoneState()
  return (
    <>
      <h1 className={css.title}>{say.list}</h1>
      <ul className={css.list}>
        {openStops(state.work?.stops ?? [], state).map(({ cell, sku, tasks }) => (
          <li key={`${cell?.code} ${sku.id}`} className={css.item}>
            <b>{cell?.code ?? say.noCell}</b>
            <span>
              <Sentence text={nameOf(sku)} />
            </span>
            <b>×{tasks.length}</b>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <button type="button" className={css.primary} onClick={onClose}>
          {say.back}
        </button>
      </div>
    </>
  )
}
