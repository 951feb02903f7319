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
export const HomeWarehousesDocument = {"__meta__":{"sha256Hash":"8984c8f17b6d5380de5a6354792d395f2cc22626af5e2ad465b8ff1950b3fdf6"}} as unknown as TypedDocumentString<HomeWarehousesQuery, HomeWarehousesQueryVariables>;
export const HomeCountersDocument = {"__meta__":{"sha256Hash":"20c2b8e875a6e82214a52eb6110b5ecca7a3f13b99393978048ef3a40166cf00"}} as unknown as TypedDocumentString<HomeCountersQuery, HomeCountersQueryVariables>;
export const FollowBoardDocument = {"__meta__":{"sha256Hash":"10063033cca602c271cd5e06e2bb8df13dfc70f588514e651c672188faa20bb7"}} as unknown as TypedDocumentString<FollowBoardSubscription, FollowBoardSubscriptionVariables>;
export const BoardWarehousesDocument = {"__meta__":{"sha256Hash":"43a016822e01a436768565b697873a73986ec3d191ec00505ab3d0bc7e63447f"}} as unknown as TypedDocumentString<BoardWarehousesQuery, BoardWarehousesQueryVariables>;
export const BoardThroughputDocument = {"__meta__":{"sha256Hash":"e55b25cb8f0ea20d00e9a77a8371b1e4d8f1141a74ca372f2199081bdd5e5215"}} as unknown as TypedDocumentString<BoardThroughputQuery, BoardThroughputQueryVariables>;