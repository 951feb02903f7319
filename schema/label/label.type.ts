import { ArgsType, Field, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { OrderCommandArgs } from '../order/order.input.js'
import { Order } from '../order/order.type.js'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'

export const LabelVerdict = describedEnum('LabelVerdict', 'What a look at a code says of it. / Проверка кода.', {
  VALID: 'Nothing is wrong with it. / В порядке.',
  INVALID_FORMAT: 'Not a code of this kind: too short, too long, or of other parts. / Неверный формат.',
  NO_GS: 'The scanner lost the separators: set it up, or scan with another. / Сканер потерял разделители.',
  NON_LATIN: 'Letters of another keyboard layout that cannot be mended. / Не латинские буквы.',
  INVALID_SYMBOLS: 'Signs that no such code has. / Недопустимые знаки.',
  WRONG_CHECK_DIGIT: 'The check digit is wrong: scan again. / Неверная контрольная цифра.',
  WRONG_GTIN: 'The code of another product. / Код другого товара.',
  EXPIRES_TOO_SOON: 'Less than 30 days are left. / Осталось меньше 30 дней.',
})
export type LabelVerdict = keyof typeof LabelVerdict

@ObjectType({ description: 'A marking code that was scanned for an order. / Код маркировки.', simpleResolvers: true })
export class LabelIdentifier {
  @Field(() => String, { description: 'sgtin, uin, imei, gtin, expiration, customsDeclaration, … / Вид.' })
  readonly key!: string

  @Field(() => String, { description: 'What the symbol says, GS as U+001D. / Код.' })
  readonly value!: string

  @Field(() => LabelVerdict, { description: 'Only VALID fills the key. / Проверка.' })
  readonly verdict!: LabelVerdict

  @Field(() => String, { description: 'Who scanned it. / Кто отсканировал.' })
  readonly attachedBy!: string

  @Field(() => DateTime, { description: 'When. / Когда.' })
  readonly attachedAt!: string
}

@ArgsType()
export class AttachLabelIdentifierArgs extends OrderCommandArgs {
  @Field(() => String, { description: 'One of the order’s requiredMeta or optionalMeta. / Вид маркировки.' })
  readonly key!: string

  @Field(() => String, {
    description: 'As scanned, GS as U+001D, at most 500 characters; kept as it is. / Отсканированный код.',
  })
  readonly raw!: string
}

@ObjectType({
  description: 'The code is kept; its verdict says whether it fills the key. / Код сохранён.',
  simpleResolvers: true,
})
export class AttachLabelIdentifierSuccess {
  @Field(() => Order, { description: 'The order after it. / Задание.' })
  readonly order!: Order

  @Field(() => LabelIdentifier, { description: 'The code with its verdict. / Код.' })
  readonly label!: LabelIdentifier
}

export const AttachLabelIdentifierResult = resultUnion('AttachLabelIdentifier', AttachLabelIdentifierSuccess)
