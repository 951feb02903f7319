import { useEffect, useRef } from 'react'
import { give } from '../ui/give'
import { useMessages } from '../ui/preferences'
import type { Viewer } from '../ui/viewer'
import { Form } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { signInByLinkDocument } from './sign-in.documents'
import { useAction } from '../ui/use-action'

interface Props {
  readonly secret: string
  readonly viewer: Viewer | null
  /** Whether they come without a password that they would need, which people of the demo do not. */
  readonly onDone: (lacksPassword: boolean) => void
}

/** Signs in by a link, at the press of a button: programs that look at links before people do spend nothing. */
export function LinkForm({ secret, viewer, onDone }: Props) {
  const say = useMessages(identityMessages)
  const action = useAction()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(function focusHeading() {
    heading.current?.focus()
  }, [])
  async function enter(): Promise<void> {
    const done = await action.run(() => give(signInByLinkDocument, { secret }))
    if (done) onDone(!done.me.hasPassword && !done.me.person.demo)
  }
  const spent = action.problem?.code === 'BAD_LINK'
  return (
    <section className={`${css.narrow} ${css.panel}`}>
      <h1 ref={heading} tabIndex={-1} className={css.heading}>
        {say.linkTitle}
      </h1>
      <p>{say.linkText}</p>
      {viewer && <p className={css.notice}>{say.linkReplaces(viewer.person.name)}</p>}
      <Form
        action={action}
        submit={say.linkEnter}
        onSubmit={() => void enter()}
        beside={
          spent && (
            <a href="/sign-in" className={formCss.secondary}>
              {say.toSignIn}
            </a>
          )
        }
      >
        {null}
      </Form>
    </section>
  )
}
