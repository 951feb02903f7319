import type { JournalCommand } from '../../gql/graphql'
import { request } from '../../ui/request'
import type { Submit } from '../journal/deliver'
import type { Entry } from '../journal/entry'
import { submitCommandsDocument } from '../work.documents'

/** An entry as the contract has it: one member, named as the act. */
function commandOf({ seq, commandId, clientTime, act }: Entry): JournalCommand {
  const { kind, ...said } = act
  return { seq, commandId, clientTime, [kind]: said }
}

/** Brings acts to the server. Throws when there is no answer, or none that says anything of the journal. */
export const submit: Submit = async (journal, entries) => {
  const { result } = await request(submitCommandsDocument, {
    journalId: journal.id,
    grant: journal.grant,
    sentAt: new Date().toISOString(),
    commands: entries.map(commandOf),
  })
  if (result.__typename === 'SubmitCommandsSuccess') return result
  if (result.code === 'BAD_GRANT' || result.code === 'DEVICE_REQUIRED') return result.code
  throw new Error(result.code)
}
