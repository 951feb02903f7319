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

/** Why a command was refused. / Причина отказа. */
export type RefusalCode =
  /** This was done already. / Уже сделано. */
  | 'ALREADY_DONE'
  /** Login, password or code is wrong. / Неверный логин, пароль или код. */
  | 'BAD_CREDENTIALS'
  /** The link was used, is too old, or is none. / Ссылка не действует. */
  | 'BAD_LINK'
  /** The order is cancelled. / Задание отменено. */
  | 'CANCELLED'
  /** The password is right: give the authenticator’s code too. / Нужен код из приложения. */
  | 'CODE_REQUIRED'
  /** This commandId was used for something else. / commandId уже использован для другого. */
  | 'COMMAND_ID_REUSED'
  /** Prove first who you are: `confirmIdentity`. / Подтвердите, что это вы. */
  | 'CONFIRM_IDENTITY'
  /** The same id twice in one call. / Повтор в одном запросе. */
  | 'DUPLICATE_ID'
  /** Somebody else holds the order. / Задание взял другой. */
  | 'FOREIGN_CLAIM'
  /** The login is too short, too long or holds other signs. / Недопустимый логин. */
  | 'INVALID_LOGIN'
  /** The name is empty, too long or holds control characters. / Недопустимое название. */
  | 'INVALID_NAME'
  /** The marketplace’s object lacks or spoils a needed field. / Задание с ошибкой в данных. */
  | 'INVALID_ORDER'
  /** The SLA policy contradicts itself. / Ошибка в правилах сроков. */
  | 'INVALID_POLICY'
  /** The marketplace’s status object lacks or spoils a needed field. / Статус с ошибкой в данных. */
  | 'INVALID_STATUS'
  /** The term is out of range. / Недопустимый срок. */
  | 'INVALID_TERM'
  /** Not an IANA time zone. / Неизвестный часовой пояс. */
  | 'INVALID_TIME_ZONE'
  /** Nobody would be an administrator then. / Нельзя убрать последнего администратора. */
  | 'LAST_ADMIN'
  /** Another one has this name. / Название занято. */
  | 'NAME_TAKEN'
  /** The call names nothing. / Пустой запрос. */
  | 'NOTHING_TO_DO'
  /** Your roles do not allow this. / Недостаточно прав. */
  | 'NOT_ALLOWED'
  /** Nobody holds the order: claim it first. / Задание никем не взято. */
  | 'NOT_CLAIMED'
  /** Too many items in one call. / Слишком много за один запрос. */
  | 'TOO_MANY'
  /** Too many tries: wait until `retryAt`. / Слишком много попыток. */
  | 'TOO_MANY_TRIES'
  /** No such order. / Нет такого задания. */
  | 'UNKNOWN_ORDER'
  /** No such person. / Нет такого сотрудника. */
  | 'UNKNOWN_PERSON'
  /** No such seller account. / Нет такого кабинета. */
  | 'UNKNOWN_SELLER_ACCOUNT'
  /** No such warehouse in this account. / Нет такого склада. */
  | 'UNKNOWN_WAREHOUSE'
  /** The account has a warehouse with this number. / Склад с этим номером уже есть. */
  | 'WAREHOUSE_TAKEN'
  /** The password is too short or too well known. / Слабый пароль. */
  | 'WEAK_PASSWORD'
  /** The scanned barcode is not of this order’s item. / Не тот товар. */
  | 'WRONG_ITEM'
  /** Not possible in the order’s state. / Невозможно в этом состоянии. */
  | 'WRONG_STATE';

/** What a person is in a warehouse. / Роль. */
export type Role =
  /** Everything, everywhere; alone has no warehouse. / Администратор. */
  | 'ADMIN'
  /** Reads. / Аналитик. */
  | 'ANALYST'
  /** Runs a warehouse: imports, policies, people, boards. / Менеджер. */
  | 'MANAGER'
  /** Packs and stages. / Упаковщик. */
  | 'PACKER'
  /** Takes units from their shelves: one’s own work. / Сборщик. */
  | 'PICKER'
  /** Runs a shift: releases, resolves, cancels, hands over. / Старший смены. */
  | 'SHIFT_LEAD';

/** A role to give. / Роль на складе. */
export type RoleGrantInput = {
  /** The role. / Роль. */
  readonly role: Role;
  /** Where; null for ADMIN alone. / Склад. */
  readonly warehouseId?: string | number | null | undefined;
};

/** What an access token opens, within its owner’s roles. / Область токена. */
export type TokenScope =
  /** Commands of the floor. / Работа на складе. */
  | 'FLOOR'
  /** Imports of orders and statuses. / Загрузка. */
  | 'IMPORT'
  /** Queries and subscriptions. / Чтение. */
  | 'READ';

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

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly sessions: ReadonlyArray<{ readonly id: string, readonly agent: string, readonly createdAt: string, readonly lastSeenAt: string }>, readonly accessTokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly ending: string, readonly scopes: ReadonlyArray<TokenScope>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null }>, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type SetPasswordMutationVariables = Exact<{
  login: string;
  password: string;
}>;


export type SetPasswordMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetPasswordSuccess', readonly me: { readonly hasPassword: boolean } }
   };

export type OfferAuthenticatorMutationVariables = Exact<{ [key: string]: never; }>;


export type OfferAuthenticatorMutation = { readonly result:
    | { readonly __typename: 'OfferAuthenticatorSuccess', readonly secret: string, readonly uri: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type EnableAuthenticatorMutationVariables = Exact<{
  secret: string;
  code: string;
}>;


export type EnableAuthenticatorMutation = { readonly result:
    | { readonly __typename: 'EnableAuthenticatorSuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type CreateAccessTokenMutationVariables = Exact<{
  name: string;
  scopes: ReadonlyArray<TokenScope> | TokenScope;
  days: number;
}>;


export type CreateAccessTokenMutation = { readonly result:
    | { readonly __typename: 'CreateAccessTokenSuccess', readonly secret: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type RevokeAccessTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeAccessTokenMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'RevokeAccessTokenSuccess', readonly accessTokens: ReadonlyArray<{ readonly id: string }> }
   };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly login: string | null, readonly demo: boolean, readonly hasAuthenticator: boolean, readonly disabledAt: string | null, readonly lastSeenAt: string | null, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> }>, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ShownPersonFragment = { readonly id: string, readonly name: string, readonly login: string | null, readonly demo: boolean, readonly hasAuthenticator: boolean, readonly disabledAt: string | null, readonly lastSeenAt: string | null, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> };

export type CreatePersonMutationVariables = Exact<{
  name: string;
  login?: string | null | undefined;
  roles: ReadonlyArray<RoleGrantInput> | RoleGrantInput;
}>;


export type CreatePersonMutation = { readonly result:
    | { readonly __typename: 'CreatePersonSuccess', readonly linkSecret: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type SetRolesMutationVariables = Exact<{
  personId: string | number;
  roles: ReadonlyArray<RoleGrantInput> | RoleGrantInput;
}>;


export type SetRolesMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetRolesSuccess', readonly person: { readonly id: string } }
   };

export type SetPersonDisabledMutationVariables = Exact<{
  personId: string | number;
  disabled: boolean;
}>;


export type SetPersonDisabledMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetPersonDisabledSuccess', readonly person: { readonly id: string } }
   };

export type ResetSignInMutationVariables = Exact<{
  personId: string | number;
}>;


export type ResetSignInMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ResetSignInSuccess', readonly linkSecret: string }
   };

export type SignInMutationVariables = Exact<{
  login: string;
  password: string;
  code?: string | null | undefined;
}>;


export type SignInMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SignInSuccess', readonly me: { readonly sessionId: string | null } }
   };

export type SignInByLinkMutationVariables = Exact<{
  secret: string;
}>;


export type SignInByLinkMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SignInByLinkSuccess', readonly me: { readonly hasPassword: boolean } }
   };

export type CreateFirstAdminMutationVariables = Exact<{
  secret: string;
  name: string;
  login: string;
  password: string;
}>;


export type CreateFirstAdminMutation = { readonly result:
    | { readonly __typename: 'CreateFirstAdminSuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type ConfirmIdentityMutationVariables = Exact<{
  password: string;
  code?: string | null | undefined;
}>;


export type ConfirmIdentityMutation = { readonly result:
    | { readonly __typename: 'ConfirmIdentitySuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null };

export type ViewerMeFragment = { readonly sessionId: string | null, readonly hasPassword: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } };

export type EndSessionMutationVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type EndSessionMutation = { readonly result:
    | { readonly __typename: 'EndSessionSuccess', readonly own: boolean }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type RefusedFragment = { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null };

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
export const ShownPersonFragmentDoc = new TypedDocumentString(`
    fragment ShownPerson on Person {
  id
  name
  login
  demo
  hasAuthenticator
  disabledAt
  lastSeenAt
  roles {
    role
    warehouseId
  }
}
    `, {"fragmentName":"ShownPerson"}) as unknown as TypedDocumentString<ShownPersonFragment, unknown>;
export const ViewerMeFragmentDoc = new TypedDocumentString(`
    fragment ViewerMe on Me {
  sessionId
  hasPassword
  person {
    id
    name
    login
    hasAuthenticator
    roles {
      role
      warehouseId
    }
  }
}
    `, {"fragmentName":"ViewerMe"}) as unknown as TypedDocumentString<ViewerMeFragment, unknown>;
export const RefusedFragmentDoc = new TypedDocumentString(`
    fragment Refused on Refusal {
  code
  message
  retryAt
}
    `, {"fragmentName":"Refused"}) as unknown as TypedDocumentString<RefusedFragment, unknown>;
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
export const AccountDocument = new TypedDocumentString(`
    query Account {
  me {
    ...ViewerMe
    sessions {
      id
      agent
      createdAt
      lastSeenAt
    }
    accessTokens {
      id
      name
      ending
      scopes
      createdAt
      expiresAt
      lastUsedAt
    }
  }
  warehouses {
    id
    name
  }
}
    fragment ViewerMe on Me {
  sessionId
  hasPassword
  person {
    id
    name
    login
    hasAuthenticator
    roles {
      role
      warehouseId
    }
  }
}`) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const SetPasswordDocument = new TypedDocumentString(`
    mutation SetPassword($login: String!, $password: String!) {
  result: setPassword(login: $login, password: $password) {
    __typename
    ... on SetPasswordSuccess {
      me {
        hasPassword
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<SetPasswordMutation, SetPasswordMutationVariables>;
export const OfferAuthenticatorDocument = new TypedDocumentString(`
    mutation OfferAuthenticator {
  result: offerAuthenticator {
    __typename
    ... on OfferAuthenticatorSuccess {
      secret
      uri
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<OfferAuthenticatorMutation, OfferAuthenticatorMutationVariables>;
export const EnableAuthenticatorDocument = new TypedDocumentString(`
    mutation EnableAuthenticator($secret: String!, $code: String!) {
  result: enableAuthenticator(secret: $secret, code: $code) {
    __typename
    ... on EnableAuthenticatorSuccess {
      me {
        sessionId
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<EnableAuthenticatorMutation, EnableAuthenticatorMutationVariables>;
export const CreateAccessTokenDocument = new TypedDocumentString(`
    mutation CreateAccessToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {
  result: createAccessToken(name: $name, scopes: $scopes, days: $days) {
    __typename
    ... on CreateAccessTokenSuccess {
      secret
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = new TypedDocumentString(`
    mutation RevokeAccessToken($id: ID!) {
  result: revokeAccessToken(id: $id) {
    __typename
    ... on RevokeAccessTokenSuccess {
      accessTokens {
        id
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People {
  people {
    ...ShownPerson
  }
  warehouses {
    id
    name
  }
}
    fragment ShownPerson on Person {
  id
  name
  login
  demo
  hasAuthenticator
  disabledAt
  lastSeenAt
  roles {
    role
    warehouseId
  }
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreatePersonDocument = new TypedDocumentString(`
    mutation CreatePerson($name: String!, $login: String, $roles: [RoleGrantInput!]!) {
  result: createPerson(name: $name, login: $login, roles: $roles) {
    __typename
    ... on CreatePersonSuccess {
      linkSecret
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<CreatePersonMutation, CreatePersonMutationVariables>;
export const SetRolesDocument = new TypedDocumentString(`
    mutation SetRoles($personId: ID!, $roles: [RoleGrantInput!]!) {
  result: setRoles(personId: $personId, roles: $roles) {
    __typename
    ... on SetRolesSuccess {
      person {
        id
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<SetRolesMutation, SetRolesMutationVariables>;
export const SetPersonDisabledDocument = new TypedDocumentString(`
    mutation SetPersonDisabled($personId: ID!, $disabled: Boolean!) {
  result: setPersonDisabled(personId: $personId, disabled: $disabled) {
    __typename
    ... on SetPersonDisabledSuccess {
      person {
        id
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<SetPersonDisabledMutation, SetPersonDisabledMutationVariables>;
export const ResetSignInDocument = new TypedDocumentString(`
    mutation ResetSignIn($personId: ID!) {
  result: resetSignIn(personId: $personId) {
    __typename
    ... on ResetSignInSuccess {
      linkSecret
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<ResetSignInMutation, ResetSignInMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($login: String!, $password: String!, $code: String) {
  result: signIn(login: $login, password: $password, code: $code) {
    __typename
    ... on SignInSuccess {
      me {
        sessionId
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignInByLinkDocument = new TypedDocumentString(`
    mutation SignInByLink($secret: String!) {
  result: signInByLink(secret: $secret) {
    __typename
    ... on SignInByLinkSuccess {
      me {
        hasPassword
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<SignInByLinkMutation, SignInByLinkMutationVariables>;
export const CreateFirstAdminDocument = new TypedDocumentString(`
    mutation CreateFirstAdmin($secret: String!, $name: String!, $login: String!, $password: String!) {
  result: createFirstAdmin(
    secret: $secret
    name: $name
    login: $login
    password: $password
  ) {
    __typename
    ... on CreateFirstAdminSuccess {
      me {
        sessionId
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<CreateFirstAdminMutation, CreateFirstAdminMutationVariables>;
export const ConfirmIdentityDocument = new TypedDocumentString(`
    mutation ConfirmIdentity($password: String!, $code: String) {
  result: confirmIdentity(password: $password, code: $code) {
    __typename
    ... on ConfirmIdentitySuccess {
      me {
        sessionId
      }
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  me {
    ...ViewerMe
  }
}
    fragment ViewerMe on Me {
  sessionId
  hasPassword
  person {
    id
    name
    login
    hasAuthenticator
    roles {
      role
      warehouseId
    }
  }
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID) {
  result: endSession(id: $id) {
    __typename
    ... on EndSessionSuccess {
      own
    }
    ... on Refusal {
      ...Refused
    }
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;