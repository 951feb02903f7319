import { useMessages } from '../ui/preferences'
import { Dialog } from '../ui/dialog'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { QrCode } from './qr-code'
import { SecretText } from './secret-text'

interface Props {
  readonly name: string
  readonly secret: string
  readonly onClose: () => void
}

const local = /^(localhost|127\.|\[::1\])/

/** A sign-in link, to be handed over now: nobody can see it again. */
export function LinkDialog({ name, secret, onClose }: Props) {
  const say = useMessages(identityMessages)
  const link = `${location.origin}/sign-in#link=${secret}`
  return (
    <Dialog title={say.linkFor(name)} onClose={onClose}>
      <p>{say.linkOnce}</p>
      <SecretText label={say.link} text={link} />
      <div className={css.scan}>
        <QrCode text={link} label={say.linkQr} />
        <p className={css.dim}>{local.test(location.hostname) ? say.linkLocal : say.linkScan}</p>
      </div>
      <div className={formCss.buttons}>
        <button type="button" className={formCss.secondary} onClick={onClose}>
          {say.done}
        </button>
      </div>
    </Dialog>
  )
}
