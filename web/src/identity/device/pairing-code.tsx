import { useEffect, useState } from 'react'
import type { DeviceKind } from '../../gql/graphql'
import { formatAge } from '../../ui/format'
import type { Problem } from '../../ui/give'
import type { OwnDevice } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import { serverNow } from '../../ui/request'
import { useEachSecond } from '../../ui/ticker'
import panelCss from '../../ui/panel.module.css'
import { identityMessages } from '../messages'
import { QrCode } from '../qr-code'
import { deviceMessages } from './messages'
import { notBegun, pairDevice, type ShownCode } from './pair-device'
import css from './pair-page.module.css'

function Trouble({ problem }: { readonly problem: Problem }) {
  const say = useMessages(deviceMessages)
  const common = useMessages(identityMessages)
  const own: Readonly<Record<string, string>> = { TOO_MANY_TRIES: say.tooMany, NO_CONNECTION: common.noConnection }
  return (
    <p role="alert" className={panelCss.failed}>
      {own[problem.code] ?? common.problem(problem.code)}
    </p>
  )
}

/** How long a code lasts: a bar and a clock. */
function Lasts({ code }: { readonly code: ShownCode }) {
  const say = useMessages(deviceMessages)
  const left = useEachSecond(() => Math.max(0, Math.floor((code.until - serverNow()) / 1_000)))
  const lasts = left > 0 ? say.lasts(formatAge(left * 1_000)) : say.renewing
  return (
    <div className={css.lasts}>
      <progress
        className={css.bar}
        aria-label={say.code}
        max={Math.floor((code.until - code.since) / 1_000)}
        value={left}
      />
      <p role="timer">{lasts}</p>
    </div>
  )
}

interface Props {
  readonly kind: DeviceKind
  readonly onDone: (device: OwnDevice) => void
}

/** The code of this device, for a manager across the hall, and for a camera nearby. */
export function PairingCode({ kind, onDone }: Props) {
  const say = useMessages(deviceMessages)
  const [{ code, problem, device }, show] = useState(notBegun)
  useEffect(
    function pair() {
      return pairDevice(kind, show)
    },
    [kind],
  )
  useEffect(
    function tell() {
      if (device) onDone(device)
    },
    [device, onDone],
  )
  const address = `${location.origin}/devices`
  return (
    <section className={css.pairing}>
      <div className={css.head}>
        <h1 className={css.title}>{say.pairTitle[kind]}</h1>
        <p className={css.lead}>{say.pairLead[kind]}</p>
      </div>
      <div className={css.code} role="status">
        {code ? (
          <>
            <span className="visually-hidden">{say.spelled([...code.userCode].join(' '))}</span>
            <span aria-hidden data-code={code.userCode}>
              {code.userCode}
            </span>
          </>
        ) : (
          <span className={css.waiting}>{say.newCode}</span>
        )}
      </div>
      <div className={css.how}>
        {code && (
          <div className={css.qr}>
            <QrCode text={`${address}#code=${code.userCode}`} label={say.qr} />
          </div>
        )}
        <div className={css.text}>
          <ol className={css.steps}>
            {say.steps(address.replace(/^https?:\/\//, '')).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {code && <Lasts code={code} />}
          {problem && <Trouble problem={problem} />}
        </div>
      </div>
      <p className={css.others}>
        <a href={kind === 'BOARD' ? '/pair?as=phone' : '/pair'}>{say.other[kind]}</a>
        <a href="/sign-in">{say.signIn}</a>
      </p>
    </section>
  )
}
