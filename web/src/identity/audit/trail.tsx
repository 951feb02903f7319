import { useCallback, useState } from 'react'
import { formatInstant } from '../../ui/format'
import { useMessages, usePreferences } from '../../ui/preferences'
import { request } from '../../ui/request'
import { useLoad } from '../../ui/use-load'
import { deviceMessages } from '../device/messages'
import formCss from '../../ui/form.module.css'
import { LoadState } from '../load-state'
import { identityMessages } from '../messages'
import panelCss from '../../ui/panel.module.css'
import { auditTrailDocument } from './audit.documents'
import css from './audit-page.module.css'
import { actorOf, describeEntry, type Entry } from './describe-entry'
import { auditMessages } from './messages'
import { Sealing } from './sealing'

interface Props {
  /** Null is the installation's. */
  readonly warehouseId: string | null
  readonly name: string
  /** Undefined: that of this screen. */
  readonly timeZone: string | undefined
  /** Only what they did; null means everybody. */
  readonly actor: string | null
  readonly onActor: (actor: string) => void
}

/** A phone's clock may be a little off; more than this is worth telling, ms. */
const CLOCKS_AGREE = 60_000

function TrailRow({ entry, timeZone, onActor }: { readonly entry: Entry } & Pick<Props, 'timeZone' | 'onActor'>) {
  const say = useMessages(auditMessages)
  const { roles } = useMessages(identityMessages)
  const { kinds } = useMessages(deviceMessages)
  const { language } = usePreferences()
  const { what, about, more } = describeEntry(entry, say, { roles, kinds })
  const { at, clientTime, actor, device } = entry
  const who = actorOf(actor, say)
  const apart = clientTime !== null && Math.abs(Date.parse(clientTime) - Date.parse(at)) > CLOCKS_AGREE
  return (
    <tr data-action={entry.action}>
      <td className={css.when}>
        <time dateTime={at}>{formatInstant(language, at, timeZone)}</time>
        {apart && <span className={css.note}>{say.deviceClock(formatInstant(language, clientTime, timeZone))}</span>}
      </td>
      <td>
        <button type="button" className={css.actor} title={say.showOnly(who)} onClick={() => onActor(actor)}>
          {who}
        </button>
        {device !== null && <span className={css.note}>{say.deviceName(device)}</span>}
      </td>
      <td>
        <b>{what}</b>
        {about !== '' && `: ${about}`}
        {more.map((line) => (
          <span key={line} className={css.note}>
            {line}
          </span>
        ))}
      </td>
    </tr>
  )
}

/** The pages of one trail, newest first: the way back is the cursors that led here. */
export function Trail({ warehouseId, name, timeZone, actor, onActor }: Props) {
  const say = useMessages(auditMessages)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const after = cursors.at(-1) ?? null
  const read = useCallback(
    () => request(auditTrailDocument, { warehouseId, after, filter: actor === null ? null : { actor } }),
    [warehouseId, after, actor],
  )
  const loaded = useLoad(read)
  const trail = loaded.value?.auditTrail
  const { hasNextPage = false, endCursor = null } = trail?.pageInfo ?? {}
  const turnTo = (next: readonly string[]): void => {
    setCursors(next)
    scrollTo(0, 0)
  }
  return (
    <>
      <LoadState loaded={loaded} />
      {loaded.value && <Sealing sealing={loaded.value.auditSealing} timeZone={timeZone} />}
      {trail?.edges.length === 0 && (
        <p role="status">{actor === null ? say.empty : say.emptyFor(actorOf(actor, say))}</p>
      )}
      {trail && trail.edges.length > 0 && (
        <table className={css.table}>
          <caption className="visually-hidden">{say.table(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.when}</th>
              <th scope="col">{say.who}</th>
              <th scope="col">{say.what}</th>
            </tr>
          </thead>
          <tbody>
            {trail.edges.map(({ node }) => (
              <TrailRow key={node.id} entry={node} timeZone={timeZone} onActor={onActor} />
            ))}
          </tbody>
        </table>
      )}
      {(hasNextPage || cursors.length > 0) && (
        <nav aria-label={say.pages} className={formCss.buttons}>
          {cursors.length > 1 && (
            <button type="button" className={formCss.secondary} onClick={() => turnTo([])}>
              {say.newest}
            </button>
          )}
          {cursors.length > 0 && (
            <button type="button" className={formCss.secondary} onClick={() => turnTo(cursors.slice(0, -1))}>
              {say.newer}
            </button>
          )}
          {hasNextPage && endCursor !== null && (
            <button type="button" className={formCss.secondary} onClick={() => turnTo([...cursors, endCursor])}>
              {say.older}
            </button>
          )}
          <span role="status" className={`${css.pageNumber} ${panelCss.dim}`}>
            {say.page(cursors.length + 1)}
          </span>
        </nav>
      )}
    </>
  )
}
