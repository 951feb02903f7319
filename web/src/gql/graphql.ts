/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which orders of the warehouse; no member changes with the clock. / Отбор. */
export type BoardFilter = {
  /** Only what this person holds. / Кто взял в работу. */
  readonly holder?: string | null | undefined;
  /** Only this size. / Размер (наш id). */
  readonly skuId?: string | number | null | undefined;
  /** Only these states. / Состояния. */
  readonly states?: ReadonlyArray<OrderState> | null | undefined;
};

/** Why a snapshot follows. / Почему пришлёт снимок. */
export type GapReason =
  /** `after` was counted in another log. / Другой журнал. */
  | 'EPOCH'
  /** The log no longer reaches back to `after`. / Журнал короче. */
  | 'PRUNED'
  /** The client read too slowly. / Клиент не успевал. */
  | 'SLOW';

/** Where an order stands in the warehouse (our fulfilment, not the marketplace’s status). / Состояние сборочного задания на складе. */
export type OrderState =
  /** The marketplace has accepted it. / Принято Wildberries. */
  | 'ACCEPTED'
  /** Cancelled; the unit may still have to be put back. / Отменено. */
  | 'CANCELLED'
  /** Our cancel waits for the marketplace. / Отмена запрошена. */
  | 'CANCEL_REQUESTED'
  /** A picker holds it. / Взято в работу. */
  | 'CLAIMED'
  /** Sold or returned: nothing more to do. / Завершено. */
  | 'DONE'
  /** Given to the marketplace. / Передано. */
  | 'HANDED_OVER'
  /** Imported, not yet given to the floor. / Новое. */
  | 'NEW'
  /** Set aside; resume returns it to where it was. / Отложено. */
  | 'ON_HOLD'
  /** Checked and packed. / Упаковано. */
  | 'PACKED'
  /** The unit is taken from its shelf. / Отобрано. */
  | 'PICKED'
  /** Given to the floor, free to be claimed. / Выдано в работу. */
  | 'RELEASED'
  /** The marketplace did not scan it: ship again. / Повторная отгрузка. */
  | 'RESHIP'
  /** The unit was not found or is damaged. / Недостача. */
  | 'SHORT'
  /** Waits at the dock in its box or supply. / Подготовлено к отгрузке. */
  | 'STAGED';

export type HomeWarehousesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeWarehousesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly demo: boolean, readonly sellerAccount: { readonly name: string } }> };

export type HomeCountersQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type HomeCountersQuery = { readonly orderBoard: { readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } } };

export type FollowBoardSubscriptionVariables = Exact<{
  warehouseId: string | number;
  filter?: BoardFilter | null | undefined;
  after?: number | null | undefined;
  epoch?: string | number | null | undefined;
}>;


export type FollowBoardSubscription = { readonly orderBoard:
    | { readonly __typename: 'BoardGap', readonly reason: GapReason, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'BoardHeartbeat', readonly epoch: string, readonly asOf: string, readonly stale: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } }
    | { readonly __typename: 'BoardSnapshot', readonly epoch: string, readonly last: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> }, readonly orders: ReadonlyArray<{ readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } }> }
    | { readonly __typename: 'OrderLeft', readonly orderId: string, readonly state: OrderState, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'OrderUpserted', readonly seq: number, readonly prevSeq: number, readonly at: string, readonly order: { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } } }
   };

export type BoardCountsFragment = { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> };

export type BoardOrderFragment = { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } };

export type BoardWarehousesQueryVariables = Exact<{ [key: string]: never; }>;


export type BoardWarehousesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string, readonly demo: boolean }> };

export type BoardThroughputQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type BoardThroughputQuery = { readonly orderBoard: { readonly throughput: ReadonlyArray<{ readonly hour: string, readonly picked: number, readonly packed: number, readonly handedOver: number }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BoardCountsFragmentDoc = new TypedDocumentString(`
    fragment BoardCounts on BoardCounters {
  live {
    state
    count
  }
  closedToday {
    state
    count
  }
}
    `, {"fragmentName":"BoardCounts"}) as unknown as TypedDocumentString<BoardCountsFragment, unknown>;
export const BoardOrderFragmentDoc = new TypedDocumentString(`
    fragment BoardOrder on Order {
  id
  wbOrderId
  state
  putBackRequired
  deadlineAt
  amberAt
  redAt
  createdAt
  stateChangedAt
  pickedBy
  packedBy
  claim {
    holder
  }
  sku {
    article
    size
  }
}
    `, {"fragmentName":"BoardOrder"}) as unknown as TypedDocumentString<BoardOrderFragment, unknown>;
export const HomeWarehousesDocument = new TypedDocumentString(`
    query HomeWarehouses {
  warehouses {
    id
    name
    demo
    sellerAccount {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<HomeWarehousesQuery, HomeWarehousesQueryVariables>;
export const HomeCountersDocument = new TypedDocumentString(`
    query HomeCounters($warehouseId: ID!) {
  orderBoard(warehouseId: $warehouseId) {
    counters {
      live {
        state
        count
      }
      closedToday {
        state
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeCountersQuery, HomeCountersQueryVariables>;
export const FollowBoardDocument = new TypedDocumentString(`
    subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
  orderBoard(
    warehouseId: $warehouseId
    filter: $filter
    after: $after
    epoch: $epoch
  ) {
    __typename
    seq
    prevSeq
    at
    ... on BoardSnapshot {
      epoch
      last
      counters {
        ...BoardCounts
      }
      orders {
        ...BoardOrder
      }
    }
    ... on OrderUpserted {
      order {
        ...BoardOrder
      }
    }
    ... on OrderLeft {
      orderId
      state
    }
    ... on BoardHeartbeat {
      epoch
      asOf
      stale
      counters {
        ...BoardCounts
      }
    }
    ... on BoardGap {
      reason
    }
  }
}
    fragment BoardCounts on BoardCounters {
  live {
    state
    count
  }
  closedToday {
    state
    count
  }
}
fragment BoardOrder on Order {
  id
  wbOrderId
  state
  putBackRequired
  deadlineAt
  amberAt
  redAt
  createdAt
  stateChangedAt
  pickedBy
  packedBy
  claim {
    holder
  }
  sku {
    article
    size
  }
}`) as unknown as TypedDocumentString<FollowBoardSubscription, FollowBoardSubscriptionVariables>;
export const BoardWarehousesDocument = new TypedDocumentString(`
    query BoardWarehouses {
  warehouses {
    id
    name
    timeZone
    demo
  }
}
    `) as unknown as TypedDocumentString<BoardWarehousesQuery, BoardWarehousesQueryVariables>;
export const BoardThroughputDocument = new TypedDocumentString(`
    query BoardThroughput($warehouseId: ID!) {
  orderBoard(warehouseId: $warehouseId) {
    throughput(hours: 12) {
      hour
      picked
      packed
      handedOver
    }
  }
}
    `) as unknown as TypedDocumentString<BoardThroughputQuery, BoardThroughputQueryVariables>;