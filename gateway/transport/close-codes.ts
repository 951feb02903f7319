/**
 * Close codes that this transport gives; graphql-ws gives 4400, 4406, 4408, 4409, 4429 by itself
 * (its PROTOCOL.md); 4401 says that a token is none, 4403 that rights have ended or changed; ws gives 1009 for a frame that is too large, gateway/live gives 1012 and 1013.
 * Stock clients retry 1001, 1012, 1013, 4403, 4408, 4499 and give up on the rest.
 */
export const TransportCloseCode = Object.freeze({
  /** The server ends, and the live part has not drained this socket: come back. */
  GOING_AWAY: 1001,
  /** More messages than a board or a phone ever sends. */
  POLICY_VIOLATION: 1008,
  /** The database does not say who this is, or whoever it is has too many sockets open: come back. */
  TRY_AGAIN: 1013,
  /** A fault of ours; what it was stands in the log. */
  INTERNAL: 4500,
})
