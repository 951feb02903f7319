/** Every bound of the live part, in one place; SPEC.md says what happens at each. Times in ms, sizes in bytes. */
export const liveLimits = Object.freeze({
  /** A warehouse's ring keeps this many events … */
  ringEvents: 10_000,
  /** … and none older than this. */
  ringMs: 300_000,
  /** A group keeps its serialised frames for followers that lag this long … */
  framesMs: 6_000,
  /** … or until they are this many. */
  frames: 2_000,
  /** A group gives its followers at most this many events at once … */
  groupSlice: 100,
  /** … and all of them together work this long before anything else gets its turn. */
  sliceMs: 8,
  /** Nothing more is written to a socket that has this much unsent. */
  sendBelow: 64 * 1024,
  /** A board that lags by more than this, or longer than gapAfterMs, gets a gap and a snapshot. */
  gapAbove: 512 * 1024,
  gapAfterMs: 5_000,
  /** A socket with more unsent than this is closed. */
  closeAbove: 1024 * 1024,
  /** A snapshot goes in parts of at most this, the next when the last has drained. */
  snapshotPart: 32 * 1024,
  /** Followers that come within this time share one serialised snapshot. */
  snapshotFreshMs: 2_000,
  /** A board that missed more events than this gets a snapshot rather than their replay. */
  replayEvents: 2_000,
  /** Events read from the log at once for a follower that lags behind the ring. */
  logPage: 500,
  heartbeatAfterMs: 2_000,
  /** Heartbeats say stale when the head has not been read for this long. */
  staleAfterMs: 3_000,
  pingEveryMs: 12_000,
  missedPongs: 2,
  /** A socket that was told to close is cut after this. */
  terminateAfterMs: 5_000,
  /** The tailer's pause: at least, after news, and when nothing moves. */
  pollMinMs: 4,
  pollBusyMs: 15,
  pollIdleMs: 250,
  /** A warehouse that nobody follows is forgotten after this. */
  lingerMs: 60_000,
})

export type LiveLimits = { readonly [K in keyof typeof liveLimits]: number }
