import { useState } from 'react'
import type { LeadFloorQuery, ParkedResolution } from '../gql/graphql'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages, usePreferences } from '../ui/preferences'
import { CommandButton } from './command-button'
import { leadResolveDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel, ProblemLine } from './panel'
import { nameOf, useTimes } from './times'
import { useCommand } from './use-command'

type Parked = LeadFloorQuery['parkedCommands']['commands'][number]

function ParkedRow({ parked, onDone }: { readonly parked: Parked; readonly onDone: (said: string) => void }) {
  const say = useMessages(leadMessages)
  const { language } = usePreferences()
  const time = useTimes()
  const { id, act, advice, clientTime, parkedAt, deliveredBy, device, person, scanned, order } = parked
  const command = useCommand((commandId, resolution: ParkedResolution) =>
    give(leadResolveDocument, { commandId, parkedId: id, resolution }),
  )
  const what = [
    act === null ? say.parkedUnread : say.acts[act],
    ...(order ? [say.order(order.wbOrderId), nameOf(order.sku)] : []),
    ...(scanned === null ? [] : [say.scanned(scanned)]),
  ].join(' · ')

  async function resolve(resolution: ParkedResolution): Promise<void> {
    const done = await command.give(resolution)
    if (done) onDone(done.answer ? (done.answer.advice?.[language] ?? say.applied) : '')
  }

  return (
    <li className={css.row} data-parked={id}>
      <div className={css.about}>
        <h3>
          {say.parkedWho(person, device)}: {what}
        </h3>
        <p>{advice[language]}</p>
        <p className={css.dim}>
          {say.parkedTime(clientTime === null ? null : time(clientTime), time(parkedAt))}
          {deliveredBy !== null && `. ${say.parkedBy(deliveredBy)}`}
          {order && `. ${say.parkedNow(say.states[order.state])}`}
        </p>
        <ProblemLine problem={command.problem} />
      </div>
      <div className={css.actions}>
        {act !== null && !command.repeats && (
          <CommandButton
            command={command}
            kind="primary"
            text={say.apply}
            label={`${say.apply}: ${what}`}
            onPress={() => void resolve('APPLY')}
          />
        )}
        <CommandButton
          command={command}
          text={say.dismiss}
          label={`${say.dismiss}: ${what}`}
          onPress={() => void resolve('DISMISS')}
        />
      </div>
    </li>
  )
}

interface Props {
  readonly parkedCommands: LeadFloorQuery['parkedCommands']
  readonly onDone: () => void
}

/** Acts of phones that the server could not decide on: done on the lead's word, or left undone. */
export function ParkedPanel({ parkedCommands: { commands, total }, onDone }: Props) {
  const say = useMessages(leadMessages)
  const [said, setSaid] = useState('')
  function settle(text: string): void {
    setSaid(text)
    onDone()
  }
  return (
    <Panel id="parked" title={say.parked}>
      {total === 0 && <p className={css.dim}>{say.parkedNothing}</p>}
      {total > commands.length && <p className={css.notice}>{say.parkedMore(total)}</p>}
      <ul className={css.list}>
        {commands.map((parked) => (
          <ParkedRow key={parked.id} parked={parked} onDone={settle} />
        ))}
      </ul>
      <p role="status" className={css.good} hidden={said === ''}>
        {said}
      </p>
    </Panel>
  )
}
