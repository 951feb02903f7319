import { useCallback } from 'react'
import { useMessages } from '../../ui/preferences'
import { request } from '../../ui/request'
import { useLoad } from '../../ui/use-load'
import { workMessages } from '../messages'
import { usePhoneState } from '../phone/use-phone'
import { workingNowDocument } from '../work.documents'
import { Sheet } from './sheet'
import { problemText, type Server } from './use-server'
import css from './work.module.css'

interface Props {
  readonly server: Server
  readonly onTo: (name: string) => void
  readonly onClose: () => void
}

/** To whom one's work goes: who is on shift here. */
export function HandOver({ server, onTo, onClose }: Props) {
  const say = useMessages(workMessages)
  const { who } = usePhoneState()
  const warehouseId = who?.warehouseId ?? ''
  const read = useCallback(() => request(workingNowDocument, { warehouseId }), [warehouseId])
  const { value, problem } = useLoad(read)
  const trouble = server.problem ?? problem
  const others = value?.shifts.filter(({ person }) => person !== who?.person)
  return (
    <Sheet title={say.handOverTo} onClose={onClose}>
      {trouble && (
        <p role="alert" className={css.fault}>
          {problemText(trouble, say)}
        </p>
      )}
      {(server.busy || (!value && !problem)) && <p role="status">{say.busy}</p>}
      {others?.length === 0 && <p>{say.nobodyElse}</p>}
      {others?.map(({ id, person }) => (
        <button key={id} type="button" className={css.secondary} onClick={() => onTo(person)}>
          {person}
        </button>
      ))}
    </Sheet>
  )
}
