import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { DateTime } from '../scalars.js'
import { AuditAction } from './audit.enums.js'

@InputType({ description: 'Which entries; all members must hold. / Отбор.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Only what this actor did. / Кто.' })
  readonly actor?: string | null

  @Field(() => AuditAction, { nullable: true, description: 'Only this action. / Действие.' })
  readonly action?: AuditAction | null

  @Field(() => DateTime, { nullable: true, description: 'Recorded at or after. / С этого времени.' })
  readonly since?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Recorded before. / До этого времени.' })
  readonly until?: Date | null
}

/** Which trail is asked for. */
export const trailOf = {
  nullable: true,
  description: 'Whose trail; absent: what concerns no one warehouse. / Склад; без него — вся установка.',
}

@ArgsType()
export class AuditTrailArgs {
  @Field(() => ID, trailOf)
  readonly warehouseId?: string | null

  @Field(() => AuditFilter, { nullable: true, description: 'Which entries; absent means all. / Отбор.' })
  readonly filter?: AuditFilter | null

  @Field(() => Int, { nullable: true, description: 'Page size, 1 to 100; 50 when absent. / Размер страницы.' })
  readonly first?: number | null

  @Field(() => String, { nullable: true, description: 'After this cursor. / После курсора.' })
  readonly after?: string | null
}
