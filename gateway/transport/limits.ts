/**
 * Every bound of the two transports that is the same for everybody. Times in ms, sizes in bytes. Start values: tune from what
 * clients send; some are settings (config.ts).
 */
export const transportLimits = Object.freeze({
  /** A document, whoever sends it; what else it may be depends on that (document-limits.ts). */
  documentLength: 65_536,
  /** Prepared documents kept; the least recently used goes first. */
  cachedDocuments: 300,
  /** A longer document is prepared each time: parsed it takes 30 to 150 times its length, and the sum must stay small. */
  cachedDocumentLength: 4_096,

  /** An HTTP request … */
  bodyBytes: 256 * 1024,
  /** … of a caller who may import: 1,000 orders are about 2 MB. */
  importBytes: 8 * 1024 * 1024,
  /** What is too long is read away up to this length, so that its sender hears why it is refused. */
  swallowedBytes: 16 * 1024 * 1024,
  headersWithin: 5_000,
  requestWithin: 10_000,
  /** Long answers together work this long in a turn of the event loop; then everybody else has theirs. */
  sliceMs: 1,
  /** A command; how long a query may take depends on who asks (document-limits.ts). */
  commandWithin: 10_000,
  /** Longer than a proxy keeps its idle connections, so that it never sends into one that we are closing. */
  keepAlive: 100_000,
  /** Connections of all kinds; more are dropped as they come. */
  connections: 12_000,

  /** A WebSocket. */
  frameBytes: 64 * 1024,
  fragments: 64,
  bufferedChunks: 1_024,
  /** Unsent answers (acks, pongs) of a client that does not read; it is cut above. */
  unsentBytes: 1024 * 1024,
  initWithin: 3_000,
  operationsPerSocket: 25,
  operationIdLength: 128,
  messagesPerSecond: 20,
  /** Messages that were not sent are saved up for so many seconds. */
  messagesSavedUpFor: 3,
  /** A whole warehouse stands behind one address. */
  socketsPerAddress: 2_000,
  /** Of one session (tabs of a browser), token or device … */
  socketsPerCredential: 10,
  /** … and of one person over all of theirs. */
  socketsPerPerson: 40,
  /** A socket that was told to close is cut after this. */
  cutAfter: 5_000,

  /** A stop waits this long for operations that run. */
  finishWithin: 15_000,

  /** An operation that costs this much is heavy: few of a caller's run at once (caller-limits.ts). */
  heavyCost: 1_000,
  /** What the cheapest operation costs: its credential is looked up, its document prepared. */
  leastCost: 10,
  /** An operation that finds no place waits this long for one. */
  waitWithin: 5_000,
  /** Requests that are refused to a caller in a minute, or sockets of an address; who has more … */
  refusalsPerMinute: 300,
  /** … is answered so much later. */
  refusalHeldFor: 1_000,
  /** Callers that are counted; the one not heard of for longest is forgotten. */
  countedCallers: 20_000,

  /** Callers that are remembered by their credential … */
  cachedViewers: 10_000,
  /** … for as long as a caller who is seen all the time need not be noted … */
  viewerKeptFor: 60_000,
  /** … and only while rights were looked at within this: the time that a lost right may still count. */
  rightsFreshFor: 1_000,

  deviceLength: 100,
  readyWithin: 2_000,
  /** No work comes here while the live picture is older than this. */
  pictureReadyWithin: 10_000,
  /** An operation that took longer has a line of its own in the log. */
  slowAfter: 1_000,
})

export type TransportLimits = { readonly [K in keyof typeof transportLimits]: number }
