import { Field, ObjectType } from 'type-graphql'
import { Order } from './order.type.js'

@ObjectType({ description: 'Where a page stands in its list (Relay). / Положение страницы.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follow. / Есть следующие.' })
  readonly hasNextPage!: boolean

  @Field(() => Boolean, { description: 'More stand before. / Есть предыдущие.' })
  readonly hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge. / Первый курсор.' })
  readonly startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge. / Последний курсор.' })
  readonly endCursor!: string | null
}

@ObjectType({ description: 'An order in a list. / Элемент списка.', simpleResolvers: true })
export class OrderEdge {
  @Field(() => String, { description: 'Opaque place in this sorting. / Курсор.' })
  readonly cursor!: string

  @Field(() => Order, { description: 'The order. / Задание.' })
  readonly node!: Order
}

@ObjectType({ description: 'A page of orders (Relay connection). / Страница заданий.', simpleResolvers: true })
export class OrderConnection {
  @Field(() => [OrderEdge], { description: 'Orders of the page. / Элементы.' })
  readonly edges!: readonly OrderEdge[]

  @Field(() => PageInfo, { description: 'Where the page stands. / Положение.' })
  readonly pageInfo!: PageInfo
}
