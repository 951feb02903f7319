import { Args, Ctx, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { readPage } from '../cost.js'
import { AuditTrailArgs } from './audit.input.js'
import { AuditEntryConnection } from './audit.type.js'

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
}
