import { createPortal } from 'react-dom'
import { useMessages } from '../../ui/preferences'
import { Dialog } from '../../ui/dialog'
import formCss from '../../ui/form.module.css'
import { identityMessages } from '../messages'
import panelCss from '../../ui/panel.module.css'
import { QrCode } from '../qr-code'
import css from './badge-dialog.module.css'
import { badgeMessages } from './messages'

interface Props {
  readonly name: string
  readonly badge: string
  readonly pin: string
  readonly onClose: () => void
}

/** A new badge and its PIN, to be printed now: nobody can see them again. On paper they are two pieces, for two pockets. */
export function BadgeDialog({ name, badge, pin, onClose }: Props) {
  const say = useMessages(badgeMessages)
  const common = useMessages(identityMessages)
  // Beside the page and not in it: the page is left out of the print.
  return createPortal(
    <Dialog title={say.sheetTitle(name)} onClose={onClose}>
      <p className={panelCss.notice}>{say.once}</p>
      <div className={css.sheet}>
        <div className={css.card}>
          <div className={css.qr}>
            <QrCode text={badge} label={say.qr(name)} />
          </div>
          <div>
            <p className={css.name}>{name}</p>
            <p>{say.onBadge}</p>
            <p className={css.product}>WB Assistant</p>
          </div>
        </div>
        <div className={css.slip}>
          <p className={css.name}>{name}</p>
          <p>
            {say.pin}{' '}
            <b className={css.pin} data-pin={pin}>
              {pin.slice(0, 3)} {pin.slice(3)}
            </b>
          </p>
          <p>{say.onSlip}</p>
        </div>
      </div>
      <div className={formCss.buttons}>
        <button type="button" className={formCss.primary} onClick={() => window.print()}>
          {say.print}
        </button>
        <button type="button" className={formCss.secondary} onClick={onClose}>
          {common.done}
        </button>
      </div>
    </Dialog>,
    document.body,
  )
}
