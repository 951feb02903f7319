import { Component, type ReactNode } from 'react'
import { useMessages } from '../ui/preferences'
import css from './home-page.module.css'
import { appMessages } from './messages'

function Failed() {
  const say = useMessages(appMessages)
  return (
    <main className={css.page}>
      <h1>{say.partFailed}</h1>
      <p role="alert">{say.partFailedHint}</p>
      <p>
        <button type="button" className={css.reload} onClick={() => location.reload()}>
          {say.reload}
        </button>
      </p>
    </main>
  )
}

/** Stands in for a part of the client that could not be loaded: the server is away, or has another build by now. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children
  }
}
