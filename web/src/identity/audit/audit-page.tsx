import { useState } from 'react'
import type { AuditPlacesQuery } from '../../gql/graphql'
import { useSignIn } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import { request } from '../../ui/request'
import { isAdmin, managedOf } from '../../ui/rights'
import { useLoad } from '../../ui/use-load'
import type { Viewer } from '../../ui/viewer'
import { SelectField } from '../fields'
import formCss from '../../ui/form.module.css'
import { Frame } from '../../ui/frame'
import { LoadState } from '../load-state'
import panelCss from '../../ui/panel.module.css'
import { auditMessages } from './messages'
import css from './audit-page.module.css'
import { auditPlacesDocument } from './audit.documents'
import { actorOf } from './describe-entry'
import { Trail } from './trail'

const readPlaces = () => request(auditPlacesDocument, {})

/** The trail of what concerns no one warehouse, among the places to choose from. */
const INSTALLATION = 'installation'

interface Choice {
  readonly placeId: string
  readonly actor: string | null
}

const asked = (): Choice => {
  const options = new URLSearchParams(location.search)
  return { placeId: options.get('of') ?? '', actor: options.get('actor') }
}

/** Keeps in the address what is shown: to come back to, and to send to somebody. */
function keepInAddress({ placeId, actor }: Choice): void {
  const options = new URLSearchParams(location.search)
  options.set('of', placeId)
  if (actor === null) options.delete('actor')
  else options.set('actor', actor)
  history.replaceState(history.state, '', `${location.pathname}?${options}`)
}

interface TrailsProps {
  readonly viewer: Viewer
  readonly warehouses: AuditPlacesQuery['warehouses']
}

function Trails({ viewer, warehouses }: TrailsProps) {
  const say = useMessages(auditMessages)
  const [choice, setChoice] = useState(asked)
  const { roles } = viewer.person
  const managed = managedOf(roles, warehouses)
  const places = [...managed, ...(isAdmin(roles) ? [{ id: INSTALLATION, name: say.installation }] : [])]
  const place = places.find(({ id }) => id === choice.placeId) ?? places[0]
  const choose = (change: Partial<Choice>): void => {
    const next = { ...choice, placeId: place?.id ?? '', ...change }
    keepInAddress(next)
    setChoice(next)
  }
  if (!place)
    return (
      <p role="alert" className={panelCss.failed}>
        {say.forbidden}
      </p>
    )
  const timeZone = managed.find(({ id }) => id === place.id)?.timeZone
  const { actor } = choice
  return (
    <>
      <div className={css.choice}>
        <SelectField
          label={say.place}
          value={place.id}
          onChange={(placeId) => choose({ placeId, actor: null })}
          options={places}
          hint={timeZone === undefined ? say.installationTime : say.timeOf(timeZone)}
        />
        {actor !== null && (
          <p className={css.only}>
            <b>{say.only(actorOf(actor, say))}</b>
            <button type="button" className={formCss.secondary} onClick={() => choose({ actor: null })}>
              {say.everybody}
            </button>
          </p>
        )}
      </div>
      <Trail
        key={`${place.id} ${actor}`}
        warehouseId={place.id === INSTALLATION ? null : place.id}
        name={place.name}
        timeZone={timeZone}
        actor={actor}
        onActor={(name) => choose({ actor: name })}
      />
    </>
  )
}

/** `/audit`: who did what; for managers in their warehouses and for administrators everywhere. */
export function AuditPage() {
  const say = useMessages(auditMessages)
  const loaded = useLoad(readPlaces)
  const { value, problem } = loaded
  useSignIn(value?.me === null || problem?.code === 'SIGN_IN_REQUIRED')
  return (
    <Frame title={say.title} viewer={value?.me ?? undefined}>
      <section className={panelCss.panel}>
        <h1 className={panelCss.heading}>{say.title}</h1>
        <p className={panelCss.dim}>{say.text}</p>
        <LoadState loaded={loaded} />
        {value?.me && <Trails viewer={value.me} warehouses={value.warehouses} />}
      </section>
    </Frame>
  )
}
