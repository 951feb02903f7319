import { Arg, Args, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandMany, commandOne, readMost } from '../cost.js'
import { CommandArgs } from '../order/order.input.js'
import { member } from '../result.js'
import { DateTime } from '../scalars.js'
import { ParkedResolution } from './journal.enums.js'
import { JournalCommand } from './journal.input.js'
import { OpenJournalResult, SubmitCommandsResult } from './journal.type.js'
import { CloseSurplusUnitResult, ParkedCommands, PutBacks, ResolveParkedCommandResult } from './review.type.js'

@Resolver()
export class JournalResolver {
  @Mutation(() => OpenJournalResult, {
    complexity: commandOne,
    description:
      'Opens a journal for what whoever is signed in does on this device without a signal, and gives the right to deliver it, for seven days. / Открыть журнал.',
  })
  async openJournal(
    @Arg('warehouseId', () => ID, { description: 'Where they work. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.journals.open(warehouseId))
  }

  @Extensions({ open: true })
  @Mutation(() => SubmitCommandsResult, {
    complexity: commandMany('commands'),
    description:
      'Delivers up to 100 commands of a journal, in the order of their numbers, each by itself; none asks for the next number. Needs the grant, and the journal’s own device or its person signed in. The acts are the journal’s person’s, whoever is signed in. The same call again is always safe. / Доставить журнал.',
  })
  async submitCommands(
    @Arg('journalId', () => ID, { description: 'Which journal. / Журнал.' }) journalId: string,
    @Arg('grant', () => String, { description: 'What `openJournal` gave. / Право доставки.' }) grant: string,
    @Arg('sentAt', () => DateTime, { description: 'Now, by the device’s clock. / Время на устройстве.' }) sentAt: Date,
    @Arg('commands', () => [JournalCommand], { description: 'What was done. / Записи.' })
    commands: readonly JournalCommand[],
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.journals.submit({ journalId, grant, sentAt, commands }))
  }

  @Query(() => ParkedCommands, {
    complexity: readMost,
    description: 'What waits for the shift leads of a warehouse. Errors: UNKNOWN_WAREHOUSE. / Ждут решения.',
  })
  parkedCommands(
    @Arg('warehouseId', () => ID, { description: 'Where. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ): Promise<ParkedCommands> {
    return context.journals.parked(warehouseId)
  }

  @Mutation(() => ResolveParkedCommandResult, {
    complexity: commandOne,
    description: 'A shift lead decides on a parked command. / Решить по действию.',
  })
  async resolveParkedCommand(
    @Args(() => CommandArgs) header: CommandArgs,
    @Arg('parkedId', () => ID, { description: 'Which one. / Действие.' }) parkedId: string,
    @Arg('resolution', () => ParkedResolution, { description: 'What to do with it. / Решение.' })
    resolution: ParkedResolution,
    @Arg('reason', () => String, { nullable: true, description: 'Why, at most 300 characters. / Причина.' })
    reason: string | null,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.journals.resolveParked({ ...header, parkedId, resolution, reason }))
  }

  @Query(() => PutBacks, {
    complexity: readMost,
    description:
      'Units that are to be put back: of cancelled orders, and second units of orders picked twice. Errors: UNKNOWN_WAREHOUSE. / Вернуть на полки.',
  })
  putBacks(
    @Arg('warehouseId', () => ID, { description: 'Where. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ): Promise<PutBacks> {
    return context.journals.putBacks(warehouseId)
  }

  @Mutation(() => CloseSurplusUnitResult, {
    complexity: commandOne,
    description:
      'The second unit of an order picked twice is on its shelf again, scanned; or a shift lead says why there is none. / Закрыть лишний товар.',
  })
  async closeSurplusUnit(
    @Args(() => CommandArgs) header: CommandArgs,
    @Arg('surplusUnitId', () => ID, { description: 'Which one. / Лишний товар.' }) surplusUnitId: string,
    @Arg('barcode', () => String, { nullable: true, description: 'As scanned. / Отсканированный баркод.' })
    barcode: string | null,
    @Arg('cell', () => String, { nullable: true, description: 'Code or barcode of the cell where it lies. / Ячейка.' })
    cell: string | null,
    @Arg('reason', () => String, { nullable: true, description: 'Instead of a scan, for leads. / Причина.' })
    reason: string | null,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.journals.closeSurplusUnit({ ...header, surplusUnitId, barcode, cell, reason }))
  }
}
