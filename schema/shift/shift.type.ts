import { Field, ID, Int, ObjectType } from 'type-graphql'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'

@ObjectType({ description: 'Who works, since when and on which device. / Смена.', simpleResolvers: true })
export class Shift {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => ID, { description: 'In which warehouse. / Склад.' })
  readonly warehouseId!: string

  @Field(() => String, { description: 'Who. / Кто.' })
  readonly person!: string

  @Field(() => String, { nullable: true, description: 'On which device now. / Устройство.' })
  readonly device!: string | null

  @Field(() => DateTime, { description: 'Since when. / Начата.' })
  readonly startedAt!: string

  @Field(() => DateTime, { description: 'When it ends by itself: after 16 hours. / Закончится сама.' })
  readonly endsAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When it ended. / Закончена.' })
  readonly endedAt!: string | null
}

@ObjectType({ description: 'The shift is open. / Смена открыта.', simpleResolvers: true })
export class StartShiftSuccess {
  @Field(() => Shift, { description: 'The shift. / Смена.' })
  readonly shift!: Shift
}

@ObjectType({ description: 'The shift is over. / Смена закончена.', simpleResolvers: true })
export class EndShiftSuccess {
  @Field(() => Shift, { description: 'The shift. / Смена.' })
  readonly shift!: Shift

  @Field(() => Int, { description: 'How many orders went back to the floor. / Возвращено заданий.' })
  readonly returned!: number
}

export const StartShiftResult = resultUnion('StartShift', StartShiftSuccess)
export const EndShiftResult = resultUnion('EndShift', EndShiftSuccess)
