import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { usePhone, usePhoneState } from '../phone/use-phone'
import css from './work.module.css'

/** What is wrong with the phone's memory: on every screen, until somebody has read it or it is mended. */
export function StorageNotice() {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { storage } = usePhoneState()
  if (storage === null) return null
  return (
    <div role="alert" className={css.fault} data-storage={storage}>
      <p>{say.storage[storage]}</p>
      {storage === 'CLOSED' && (
        <button type="button" className={css.secondary} onClick={() => location.reload()}>
          {say.reload}
        </button>
      )}
      {storage === 'LOST' && (
        <button type="button" className={css.secondary} onClick={() => phone.set({ storage: null })}>
          {say.read}
        </button>
      )}
    </div>
  )
}
