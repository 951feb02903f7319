import { useEffect } from 'react'
import { useSignIn } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import { request } from '../../ui/request'
import { isManager, managedOf } from '../../ui/rights'
import { useLoad } from '../../ui/use-load'
import { useViewer } from '../../ui/viewer'
import { WithIdentity } from '../confirm-identity'
import { Frame } from '../../ui/frame'
import { LoadState } from '../load-state'
import { identityMessages } from '../messages'
import css from '../../ui/panel.module.css'
import { AdmitForm } from './admit-form'
import { devicesDocument } from './device.documents'
import { DeviceRow } from './device-row'
import { deviceMessages } from './messages'

const readDevices = () => request(devicesDocument, {})

/** A device that was let in shows up when it asks next, which is within seconds. */
const EVERY = 5_000

/** `/devices`: the boards and phones of one's warehouses; for managers and administrators. */
export function DevicesPage() {
  const say = useMessages(deviceMessages)
  const common = useMessages(identityMessages)
  const loaded = useLoad(readDevices)
  const { value, problem, reload } = loaded
  const { value: viewer } = useViewer()
  useSignIn(problem?.code === 'SIGN_IN_REQUIRED')
  const there = value !== undefined && problem === null
  useEffect(
    function lookAgain() {
      if (!there) return undefined
      const timer = setInterval(() => {
        if (!document.hidden) reload()
      }, EVERY)
      return () => clearInterval(timer)
    },
    [there, reload],
  )
  const manager = viewer && isManager(viewer.person.roles)
  const managed = viewer && value ? managedOf(viewer.person.roles, value.warehouses) : []
  const nameOf = (id: string): string =>
    value?.warehouses.find((warehouse) => warehouse.id === id)?.name ?? common.unknownWarehouse
  return (
    <Frame title={say.devices} viewer={viewer}>
      <LoadState loaded={loaded} />
      {viewer && !manager && (
        <p role="alert" className={css.failed}>
          {common.problem('FORBIDDEN')}
        </p>
      )}
      {manager && value && (
        <WithIdentity viewer={viewer}>
          <div className={css.panels}>
            <section className={css.panel}>
              <h1 className={css.heading}>{say.devices}</h1>
              <p className={css.dim}>{say.devicesText}</p>
              {value.devices.length === 0 && <p>{say.noDevices}</p>}
              <ul className={css.list}>
                {value.devices.map((device) => (
                  <DeviceRow key={device.id} device={device} warehouse={nameOf(device.warehouseId)} onDone={reload} />
                ))}
              </ul>
            </section>
            {managed.length > 0 ? (
              <AdmitForm warehouses={managed} onDone={reload} />
            ) : (
              <p className={css.notice}>{say.noWarehouse}</p>
            )}
          </div>
        </WithIdentity>
      )}
    </Frame>
  )
}
