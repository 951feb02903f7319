import { give, type Signal } from '../phone/feedback'
import { Sentence } from './codes'
import css from './verdict.module.css'

/** What a scan came to: told by colour, sign, sound and vibration, and in words. */
export interface Verdict {
  readonly signal: Signal
  readonly title: string
  readonly text?: string
}

const signs: Readonly<Record<Signal, string>> = { GREEN: '✓', RED: '✕', ELSEWHERE: '⇄', ALARM: '!' }

/** Sounds a verdict, and gives it to be shown. */
export function sounded(verdict: Verdict): Verdict {
  give(verdict.signal)
  return verdict
}

/** The last verdict; it stays until the next scan, where it is seen however long the page is. */
export function VerdictPanel({ verdict }: { readonly verdict: Verdict | null }) {
  return (
    <div role="status" aria-live="assertive">
      {verdict && (
        <div className={css.verdict} data-signal={verdict.signal}>
          <span className={css.sign} aria-hidden>
            {signs[verdict.signal]}
          </span>
          <div>
            <p className={css.title}>
              <Sentence text={verdict.title} />
            </p>
            {verdict.text && (
              <p className={css.text}>
                <Sentence text={verdict.text} />
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
