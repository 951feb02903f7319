import { useState } from 'react'
import type { DevicesQuery } from '../../gql/graphql'
import { formatMoment } from '../../ui/format'
import { give } from '../../ui/give'
import { useMessages, usePreferences } from '../../ui/preferences'
import { SureDialog } from '../sure-dialog'
import formCss from '../../ui/form.module.css'
import css from '../../ui/panel.module.css'
import { removeDeviceDocument } from './device.documents'
import { deviceMessages } from './messages'

interface Props {
  readonly device: DevicesQuery['devices'][number]
  /** Name of the warehouse that it sees. */
  readonly warehouse: string
  readonly onDone: () => void
}

/** A device with the way to take it out again. */
export function DeviceRow({ device, warehouse, onDone }: Props) {
  const say = useMessages(deviceMessages)
  const { language } = usePreferences()
  const [removing, setRemoving] = useState(false)
  const { id, kind, name, approvedBy } = device
  const moment = (iso: string): string => formatMoment(language, iso)
  const close = () => setRemoving(false)
  return (
    <li className={css.row} data-device={name}>
      <div className={css.about}>
        <b>{name}</b>
        <ul className={css.badges}>
          <li className={css.badge}>{say.kinds[kind]}</li>
          <li className={css.badge}>{warehouse}</li>
        </ul>
        <p>{say.seen(moment(device.lastSeenAt))}</p>
        {approvedBy !== null && (
          <p className={css.dim}>{say.letIn(approvedBy, moment(device.createdAt), moment(device.expiresAt))}</p>
        )}
      </div>
      <button
        type="button"
        className={formCss.secondary}
        aria-label={`${say.remove}: ${name}`}
        onClick={() => setRemoving(true)}
      >
        {say.remove}
      </button>
      {removing && (
        <SureDialog
          title={say.removeTitle(name)}
          confirm={say.remove}
          call={() => give(removeDeviceDocument, { id })}
          onDone={() => {
            close()
            onDone()
          }}
          onClose={close}
        >
          <p>{say.removeText[kind]}</p>
        </SureDialog>
      )}
    </li>
  )
}
