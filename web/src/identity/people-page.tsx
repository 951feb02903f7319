import { useState } from 'react'
import type { PeopleQuery } from '../gql/graphql'
import { useSignIn } from '../ui/here'
import { useMessages } from '../ui/preferences'
import { request } from '../ui/request'
import { useLoad } from '../ui/use-load'
import { useViewer } from '../ui/viewer'
import { WithIdentity } from './confirm-identity'
import formCss from '../ui/form.module.css'
import { Frame } from '../ui/frame'
import { LoadState } from './load-state'
import { identityMessages } from './messages'
import { NewPersonDialog } from './new-person-dialog'
import css from '../ui/panel.module.css'
import { peopleDocument } from './people.documents'
import { PersonRow } from './person-row'

/** A person as this page lists them. */
export type ShownPerson = PeopleQuery['people'][number]

const readPeople = () => request(peopleDocument, {})

/** `/people`: who works here and as what; for managers and administrators. */
export function PeoplePage() {
  const say = useMessages(identityMessages)
  const loaded = useLoad(readPeople)
  const { value, problem, reload } = loaded
  const { value: viewer } = useViewer()
  const [making, setMaking] = useState(false)
  const grantable = value?.me?.grantableRoles ?? []
  useSignIn(problem?.code === 'SIGN_IN_REQUIRED')
  return (
    <Frame title={say.people} viewer={viewer}>
      <div className={css.panels}>
        <section className={`${css.panel} ${css.wide}`}>
          <div className={css.row}>
            <h1 className={css.heading}>{say.people}</h1>
            {viewer && value && (
              <button type="button" className={formCss.primary} onClick={() => setMaking(true)}>
                {say.newPerson}
              </button>
            )}
          </div>
          <LoadState loaded={loaded} />
          {viewer && value && (
            <WithIdentity viewer={viewer}>
              <p className={css.dim}>
                {value.people.length === 0 ? say.noPeople : say.peopleCount(value.people.length)}
              </p>
              <ul className={css.list}>
                {value.people.map((person) => (
                  <PersonRow
                    key={person.id}
                    person={person}
                    own={person.id === viewer.person.id}
                    warehouses={value.warehouses}
                    grantable={grantable}
                    onDone={reload}
                  />
                ))}
              </ul>
              {making && (
                <NewPersonDialog
                  grantable={grantable}
                  warehouses={value.warehouses}
                  onClose={() => setMaking(false)}
                  onMade={reload}
                />
              )}
            </WithIdentity>
          )}
        </section>
      </div>
    </Frame>
  )
}
