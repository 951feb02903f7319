import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { readOne, readPage } from '../cost.js'
import { AuditTrailArgs, trailOf } from './audit.input.js'
import { AuditEntryConnection, AuditSealing } from './audit.type.js'

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    complexity: readPage,
    description:
      'Who did what in a warehouse, newest first, page by page (Relay connection, keyset): order events and everything else in one list. Refused commands did nothing and are not here. Errors: UNKNOWN_WAREHOUSE; BAD_USER_INPUT for a broken cursor or a page size outside 1 to 100. / Журнал действий.',
  })
  auditTrail(
    @Args(() => AuditTrailArgs) args: AuditTrailArgs,
    @Ctx() context: SchemaContext,
  ): Promise<AuditEntryConnection> {
    return context.audit.trail(args)
  }

  @Query(() => AuditSealing, {
    complexity: readOne,
    description:
      'How far the seals of a trail reach; for whoever may read it. Whether what they cover is still what it was, `npm run audit:verify` finds on the server. Errors: UNKNOWN_WAREHOUSE. / Что в журнале под печатью.',
  })
  auditSealing(
    @Arg('warehouseId', () => ID, trailOf) warehouseId: string | null,
    @Ctx() context: SchemaContext,
  ): Promise<AuditSealing> {
    return context.audit.sealing(warehouseId ?? null)
  }
}
