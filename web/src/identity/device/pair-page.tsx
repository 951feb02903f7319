import { useEffect, useState } from 'react'
import type { DeviceKind } from '../../gql/graphql'
import { give, type Problem } from '../../ui/give'
import { type OwnDevice, rememberDevice, useHere } from '../../ui/here'
import { useLinkSecret } from '../../ui/link-secret'
import { PageHeader } from '../../ui/page-header'
import { useMessages } from '../../ui/preferences'
import panelCss from '../../ui/panel.module.css'
import { finishPairingDocument } from './device.documents'
import { DeviceIsIn } from './device-is-in'
import { deviceMessages } from './messages'
import css from './pair-page.module.css'
import { PairingCode } from './pairing-code'

const asked = (): DeviceKind => (new URLSearchParams(location.search).get('as') === 'phone' ? 'PHONE' : 'BOARD')

/** The server takes a question every five seconds. */
const RETRY = 5_500

/** What a link that was approved beforehand makes of this browser: a device, or a problem; null until that is known. */
function useApprovedLink(secret: string | null): { readonly device: OwnDevice | null; readonly spent: boolean } {
  const [device, setDevice] = useState<OwnDevice | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(
    function finish() {
      let wanted = true
      let timer: ReturnType<typeof setTimeout> | undefined
      async function attempt(deviceCode: string): Promise<void> {
        const answer = await give(finishPairingDocument, { deviceCode })
        if (!wanted) return
        if (answer.success) setDevice(answer.success.device)
        else if (answer.problem.code === 'BAD_CODE') setProblem(answer.problem)
        else timer = setTimeout(() => void attempt(deviceCode), RETRY)
      }
      if (secret !== null) void attempt(secret)
      return () => {
        wanted = false
        clearTimeout(timer)
      }
    },
    [secret],
  )
  return { device, spent: problem !== null }
}

/** `/pair`: what a television or a phone shows until a manager has let it in, and then goes on from. */
export function PairPage() {
  const say = useMessages(deviceMessages)
  const link = useLinkSecret()
  const approved = useApprovedLink(link?.secret ?? null)
  const here = useHere()
  const [paired, setPaired] = useState<OwnDevice | null>(null)
  const [anew, setAnew] = useState(false)
  const kind = asked()

  const justIn = approved.device ?? paired
  useEffect(
    function rememberIt() {
      if (justIn) rememberDevice(justIn)
    },
    [justIn],
  )
  const finishing = link !== null && !approved.spent
  const known = here.value?.device ?? null

  function content() {
    if (justIn) return <DeviceIsIn device={justIn} title={say.doneTitle[justIn.kind]} />
    if (finishing) return <p role="status">{say.finishing}</p>
    // Nobody can say yet whether it is let in already: a code now would flash and go.
    if (!here.value && !here.problem) return <p role="status">{say.newCode}</p>
    if (known && !anew)
      return <DeviceIsIn device={known} title={say.already[known.kind]} onAnew={() => setAnew(true)} />
    return (
      <>
        {approved.spent && (
          <p role="alert" className={panelCss.notice}>
            {say.linkSpent}
          </p>
        )}
        <PairingCode key={kind} kind={kind} onDone={setPaired} />
      </>
    )
  }
  return (
    <div className={css.page}>
      <title>{`${say.pairTitle[kind]} · WB Assistant`}</title>
      <PageHeader viewer={undefined}>
        <a href="/" className={panelCss.home}>
          WB Assistant
        </a>
      </PageHeader>
      <main className={css.main}>{content()}</main>
    </div>
  )
}
