import { useId, useState } from 'react'
import formCss from '../ui/form.module.css'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { CommandButton } from './command-button'
import type { FloorView } from './floor-view'
import leadCss from './lead-page.module.css'
import { leadReleaseDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel, ProblemLine } from './panel'
import { useTimes } from './times'
import { useCommand } from './use-command'

/** A call takes so many. */
const MOST = 1_000
const usual = [10, 20, 50]

interface Released {
  readonly done: number
  readonly refused: number
}

/** Gives the most urgent new orders to the floor. */
export function ReleasePanel({ fresh, late }: Pick<FloorView, 'fresh' | 'late'>) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const id = useId()
  const [wanted, setWanted] = useState('20')
  const [released, setReleased] = useState<Released | null>(null)
  const command = useCommand((commandId, orderIds: readonly string[]) =>
    give(leadReleaseDocument, { commandId, orderIds: [...orderIds] }),
  )
  const count = Math.min(Number(wanted), fresh.length, MOST)
  const [first] = fresh

  async function release(): Promise<void> {
    setReleased(null)
    const done = await command.give(fresh.slice(0, count).map((order) => order.id))
    if (!done) return
    const refused = done.outcomes.filter(({ refusal }) => refusal).length
    setReleased({ done: done.outcomes.length - refused, refused })
  }

  return (
    <Panel id="release" title={say.release}>
      {first ? (
        <p>{say.releaseText(fresh.length, time(first.deadline))}</p>
      ) : (
        <p className={css.dim}>{say.releaseNothing}</p>
      )}
      {late > 0 && <p className={css.notice}>{say.releaseLate(late)}</p>}
      {(first !== undefined || command.repeats) && (
        <form
          noValidate
          className={formCss.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (count > 0 || command.repeats) void release()
          }}
        >
          <div className={leadCss.amounts}>
            <label htmlFor={id}>{say.howMany}</label>
            <input
              id={id}
              className={`${formCss.input} ${leadCss.number}`}
              inputMode="numeric"
              autoComplete="off"
              value={wanted}
              onChange={(event) => setWanted(event.target.value.replaceAll(/\D/g, '').slice(0, 4))}
            />
            {usual.map((amount) => (
              <button
                key={amount}
                type="button"
                className={formCss.secondary}
                aria-pressed={wanted === String(amount)}
                onClick={() => setWanted(String(amount))}
              >
                {amount}
              </button>
            ))}
          </div>
          <div className={formCss.buttons}>
            <CommandButton command={command} kind="primary" text={say.releaseNow(count)} />
          </div>
        </form>
      )}
      <ProblemLine problem={command.problem} />
      {released && (
        <p role="status" className={released.refused > 0 ? css.notice : css.good}>
          {say.released(released.done)} {released.refused > 0 && say.notReleased(released.refused)}
        </p>
      )}
    </Panel>
  )
}
