/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n": typeof types.HomeWarehousesDocument,
    "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n": typeof types.HomeCountersDocument,
    "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n": typeof types.FollowBoardDocument,
    "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n": typeof types.BoardWarehousesDocument,
    "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n": typeof types.BoardThroughputDocument,
};
const documents: Documents = {
    "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n": types.HomeWarehousesDocument,
    "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n": types.HomeCountersDocument,
    "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n": types.FollowBoardDocument,
    "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n": types.BoardWarehousesDocument,
    "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n": types.BoardThroughputDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomeWarehouses {\n    warehouses {\n      id\n      name\n      demo\n      sellerAccount {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').HomeWarehousesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HomeCounters($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      counters {\n        live {\n          state\n          count\n        }\n        closedToday {\n          state\n          count\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').HomeCountersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {\n    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {\n      __typename\n      seq\n      prevSeq\n      at\n      ... on BoardSnapshot {\n        epoch\n        last\n        counters {\n          ...BoardCounts\n        }\n        orders {\n          ...BoardOrder\n        }\n      }\n      ... on OrderUpserted {\n        order {\n          ...BoardOrder\n        }\n      }\n      ... on OrderLeft {\n        orderId\n        state\n      }\n      ... on BoardHeartbeat {\n        epoch\n        asOf\n        stale\n        counters {\n          ...BoardCounts\n        }\n      }\n      ... on BoardGap {\n        reason\n      }\n    }\n  }\n\n  fragment BoardCounts on BoardCounters {\n    live {\n      state\n      count\n    }\n    closedToday {\n      state\n      count\n    }\n  }\n\n  fragment BoardOrder on Order {\n    id\n    wbOrderId\n    state\n    putBackRequired\n    deadlineAt\n    amberAt\n    redAt\n    createdAt\n    stateChangedAt\n    pickedBy\n    packedBy\n    claim {\n      holder\n    }\n    sku {\n      article\n      size\n    }\n  }\n"): typeof import('./graphql').FollowBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardWarehouses {\n    warehouses {\n      id\n      name\n      timeZone\n      demo\n    }\n  }\n"): typeof import('./graphql').BoardWarehousesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardThroughput($warehouseId: ID!) {\n    orderBoard(warehouseId: $warehouseId) {\n      throughput(hours: 12) {\n        hour\n        picked\n        packed\n        handedOver\n      }\n    }\n  }\n"): typeof import('./graphql').BoardThroughputDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
