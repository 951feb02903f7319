import { useSignIn } from '../ui/here'
import { Frame } from '../ui/frame'
import formCss from '../ui/form.module.css'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { request } from '../ui/request'
import { ledOf } from '../ui/rights'
import { useLoad } from '../ui/use-load'
import { useViewer } from '../ui/viewer'
import { leadPlacesDocument } from './lead.documents'
import { LiveShift } from './live-shift'
import { leadMessages } from './messages'

const readPlaces = () => request(leadPlacesDocument, {})

/** `/lead/:warehouse`: the shift of one warehouse; `/lead`: which one. For shift leads, managers and administrators. */
export function LeadPage({ warehouseId }: { readonly warehouseId: string | null }) {
  const say = useMessages(leadMessages)
  const { value: places, problem } = useLoad(readPlaces)
  const { value: viewer } = useViewer()
  useSignIn(problem?.code === 'SIGN_IN_REQUIRED')
  const led = viewer && places ? ledOf(viewer.person.roles, places.warehouses) : null
  const place =
    led?.find(({ id }) => id === warehouseId) ?? (warehouseId === null && led?.length === 1 ? led[0] : undefined)
  return (
    <Frame title={place ? `${say.title} · ${place.name}` : say.title} viewer={viewer}>
      {problem && (
        <p role="alert" className={css.failed}>
          {say.unread(problem.code)}
        </p>
      )}
      {!led && !problem && <p role="status">{say.loading}</p>}
      {place && <LiveShift key={place.id} place={place} />}
      {led && !place && (
        <section className={css.panel}>
          <h1 className={css.heading}>{led.length > 0 ? say.places : say.title}</h1>
          {led.length === 0 && <p>{say.nowhere}</p>}
          {led.length > 0 && warehouseId !== null && <p className={css.notice}>{say.unknownPlace}</p>}
          <ul className={css.actions}>
            {led.map(({ id, name }) => (
              <li key={id}>
                <a href={`/lead/${id}`} className={formCss.secondary}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}
