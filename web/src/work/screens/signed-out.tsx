import { type ReactNode, useCallback, useState } from 'react'
import type { Problem } from '../../ui/give'
import { useHere } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import { request } from '../../ui/request'
import { isAdmin } from '../../ui/rights'
import { useLoad } from '../../ui/use-load'
import type { Viewer } from '../../ui/viewer'
import { workMessages } from '../messages'
import { takeOver } from '../phone/session'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { workWarehousesDocument } from '../work.documents'
import { problemText } from './use-server'
import css from './work.module.css'

const readWarehouses = () => request(workWarehousesDocument, {})

interface WhereProps {
  readonly me: Viewer
  readonly onWarehouse: (id: string) => void
}

/** In a browser of one's own: where one works, among the warehouses where one picks or packs. */
function Where({ me, onWarehouse }: WhereProps) {
  const say = useMessages(workMessages)
  const { value } = useLoad(readWarehouses)
  const { roles } = me.person
  const own = value?.warehouses.filter(
    ({ id }) => isAdmin(roles) || roles.some(({ warehouseId }) => warehouseId === id),
  )
  if (own?.length === 0) return <p className={css.notice}>{say.noWarehouse}</p>
  return own?.map(({ id, name }) => (
    <button key={id} type="button" className={css.primary} onClick={() => onWarehouse(id)}>
      {own.length === 1 ? say.goOnAs(me.person.name) : name}
    </button>
  ))
}

/** The way in: whoever is signed in already goes on, anybody else shows a badge. */
export function SignedOut({ signIn }: { readonly signIn: (onDone: (badge: string | null) => void) => ReactNode }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = useCallback(
    (badge: string | null, warehouseId?: string) => {
      setBusy(true)
      void takeOver(phone, badge, warehouseId).then((failed) => {
        setBusy(false)
        setProblem(failed)
      })
    },
    [phone],
  )
  const { value: here } = useHere()
  const { who } = usePhoneState()
  /** A badge is asked for again: others may have come to a phone that they share. */
  const [another, setAnother] = useState(who?.badgeHash != null)
  if (busy) return <p role="status">{say.entering}</p>
  return (
    <>
      {problem && (
        <p role="alert" className={css.fault}>
          {problem.code === 'NO_CONNECTION' ? problemText(problem, say) : say.signInFailed(problem.code)}
        </p>
      )}
      {here?.me && !another ? (
        <>
          <h1 className={css.title}>{say.alreadyHere(here.me.person.name)}</h1>
          <div className={css.actions}>
            {here.device?.kind === 'PHONE' ? (
              <button type="button" className={css.primary} onClick={() => begin(null)}>
                {say.goOnAs(here.me.person.name)}
              </button>
            ) : (
              <Where me={here.me} onWarehouse={(id) => begin(null, id)} />
            )}
            <button type="button" className={css.secondary} onClick={() => setAnother(true)}>
              {say.otherPerson}
            </button>
          </div>
        </>
      ) : (
        signIn((badge) => begin(badge))
      )}
    </>
  )
}
