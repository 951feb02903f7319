import { type ReactNode, useState } from 'react'
import { formatMoment } from '../ui/format'
import { give } from '../ui/give'
import { useMessages, usePreferences } from '../ui/preferences'
import type { Grant } from '../ui/rights'
import { issueBadgeDocument } from './badge/badge.documents'
import { BadgeDialog } from './badge/badge-dialog'
import { badgeMessages } from './badge/messages'
import { SureDialog } from './sure-dialog'
import { ProblemText } from './form'
import formCss from '../ui/form.module.css'
import { LinkDialog } from './link-dialog'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import type { ShownPerson } from './people-page'
import { resetSignInDocument, setPersonDisabledDocument } from './people.documents'
import { type NamedWarehouse, RoleBadges } from './role-badges'
import { RolesDialog } from './roles-dialog'
import { useAction } from '../ui/use-action'

interface Props {
  readonly person: ShownPerson
  /** Whether this is the viewer. */
  readonly own: boolean
  readonly warehouses: readonly NamedWarehouse[]
  readonly grantable: readonly Grant[]
  readonly onDone: () => void
}

/** A person with what may be done about them. */
export function PersonRow({ person, own, warehouses, grantable, onDone }: Props) {
  const say = useMessages(identityMessages)
  const sayBadge = useMessages(badgeMessages)
  const { language } = usePreferences()
  const action = useAction()
  const [open, setOpen] = useState<'roles' | 'badge' | 'disable' | 'reset' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [issued, setIssued] = useState<{ readonly badge: string; readonly pin: string } | null>(null)
  const { id, name, login, disabledAt, lastSeenAt } = person
  const close = () => setOpen(null)

  const setDisabled = (disabled: boolean) => give(setPersonDisabledDocument, { personId: id, disabled })
  const changed = (): void => {
    close()
    onDone()
  }
  async function enable(): Promise<void> {
    if (await action.run(() => setDisabled(false))) onDone()
  }
  const button = (text: string, onClick: () => void): ReactNode => (
    <button
      type="button"
      className={formCss.secondary}
      aria-label={`${text}: ${name}`}
      aria-disabled={action.busy}
      onClick={onClick}
    >
      {text}
    </button>
  )
  return (
    <li className={css.row} data-person={name}>
      <div className={css.about}>
        <b>{name}</b> <span className={css.dim}>{login ?? say.withoutLogin}</span>
        <ul className={css.badges}>
          {own && (
            <li className={css.badge} data-kind="own">
              {say.you}
            </li>
          )}
          {person.demo && (
            <li className={css.badge} data-kind="demo">
              {say.demo}
            </li>
          )}
          {disabledAt !== null && (
            <li className={css.badge} data-kind="disabled">
              {say.disabled}
            </li>
          )}
          {person.hasAuthenticator && <li className={css.badge}>{say.withCode}</li>}
        </ul>
        <RoleBadges grants={person.roles} warehouses={warehouses} />
        <p className={css.dim}>
          {lastSeenAt === null ? say.neverSeen : say.lastSeen(formatMoment(language, lastSeenAt))}
        </p>
        <ProblemText problem={action.problem} />
      </div>
      {person.manageable ? (
        <div className={css.actions}>
          {button(say.editRoles, () => setOpen('roles'))}
          {disabledAt === null && button(sayBadge.badge, () => setOpen('badge'))}
          {/* One's own way in is one's own page's matter: here it would shut the door behind oneself. */}
          {!own && button(say.resetSignIn, () => setOpen('reset'))}
          {!own &&
            (disabledAt === null
              ? button(say.disable, () => setOpen('disable'))
              : button(say.enable, () => void enable()))}
        </div>
      ) : (
        !own && <p className={css.dim}>{say.byAdmin}</p>
      )}
      {open === 'roles' && (
        <RolesDialog person={person} grantable={grantable} warehouses={warehouses} onClose={close} onDone={onDone} />
      )}
      {open === 'badge' && (
        <SureDialog
          title={sayBadge.issueTitle(name)}
          confirm={sayBadge.issue}
          call={() => give(issueBadgeDocument, { personId: id })}
          onDone={(made) => {
            setIssued(made)
            close()
          }}
          onClose={close}
        >
          <p>{sayBadge.issueText}</p>
        </SureDialog>
      )}
      {issued && <BadgeDialog {...issued} name={name} onClose={() => setIssued(null)} />}
      {open === 'disable' && (
        <SureDialog
          title={say.disableTitle(name)}
          confirm={say.disable}
          call={() => setDisabled(true)}
          onDone={changed}
          onClose={close}
        >
          <p>{say.disableText}</p>
        </SureDialog>
      )}
      {open === 'reset' && (
        <SureDialog
          title={say.resetTitle(name)}
          confirm={say.resetSignIn}
          call={() => give(resetSignInDocument, { personId: id })}
          onDone={({ linkSecret }) => {
            setSecret(linkSecret)
            changed()
          }}
          onClose={close}
        >
          <p>{say.resetText}</p>
        </SureDialog>
      )}
      {secret !== null && <LinkDialog name={name} secret={secret} onClose={() => setSecret(null)} />}
    </li>
  )
}
