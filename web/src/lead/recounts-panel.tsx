import { useState } from 'react'
import type { LeadFloorQuery } from '../gql/graphql'
import formCss from '../ui/form.module.css'
import { give } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { CommandButton } from './command-button'
import leadCss from './lead-page.module.css'
import { leadCountDocument } from './command.documents'
import { leadMessages } from './messages'
import { Panel, ProblemLine } from './panel'
import { nameOf, useTimes } from './times'
import { ofOne, useCommand } from './use-command'

type Recount = LeadFloorQuery['recounts'][number]

interface RowProps {
  readonly warehouseId: string
  readonly recount: Recount
  readonly onDone: () => void
}

function RecountRow({ warehouseId, recount, onDone }: RowProps) {
  const say = useMessages(leadMessages)
  const time = useTimes()
  const [counted, setCounted] = useState('')
  const { reason, openedAt, openedBy, level } = recount
  const { cell, sku, onHand } = level
  const item = sku.barcodes[0]
  const command = useCommand(async (commandId, quantity: number) =>
    ofOne(
      await give(leadCountDocument, {
        commandId,
        warehouseId,
        lines: item === undefined ? [] : [{ cell: cell.code, item, quantity }],
      }),
    ),
  )
  async function save(): Promise<void> {
    if (counted === '' && !command.repeats) return
    if (await command.give(Number(counted))) onDone()
  }
  const where = `${cell.code}, ${nameOf(sku)}`
  return (
    <li className={css.row} data-recount={cell.code}>
      <div className={css.about}>
        <h3>
          <span className={leadCss.cell}>{cell.code}</span> {nameOf(sku)}
        </h3>
        <p>
          {say.onBooks(onHand)}, {say.recounts[reason]}
        </p>
        <p className={css.dim}>
          {openedBy}, {time(openedAt)}
        </p>
        <ProblemLine problem={command.problem} />
      </div>
      <form
        noValidate
        className={css.actions}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <input
          className={`${formCss.input} ${leadCss.number}`}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${say.counted}: ${where}`}
          placeholder={say.counted}
          value={counted}
          onChange={(event) => setCounted(event.target.value.replaceAll(/\D/g, '').slice(0, 6))}
        />
        <CommandButton command={command} text={say.save} label={`${say.save}: ${where}`} />
      </form>
    </li>
  )
}

interface Props extends Omit<RowProps, 'recount'> {
  readonly recounts: LeadFloorQuery['recounts']
}

/** Cells in which the books and the shelf have parted. */
export function RecountsPanel({ recounts, ...rest }: Props) {
  const say = useMessages(leadMessages)
  return (
    <Panel id="recounts" title={say.recountsTitle}>
      {recounts.length === 0 && <p className={css.dim}>{say.recountsNothing}</p>}
      <ul className={css.list}>
        {recounts.map((recount) => (
          <RecountRow key={recount.id} recount={recount} {...rest} />
        ))}
      </ul>
    </Panel>
  )
}
