/** All waits of the live protocol, in milliseconds. */
export const Timing = {
  /** Without proof for this long the picture is stale: the promise is 5 s, the rest is for timers and painting. */
  STALE_AFTER: 4_000,
  /** A socket that says nothing for this long is half-open: a browser notices no pulled cable by itself. */
  DROP_AFTER: 10_000,
  /** From opening a socket to the server's acknowledgement. */
  CONNECT_WITHIN: 10_000,
  /** From asking for a snapshot, or from its last part, to the next part. */
  SNAPSHOT_WITHIN: 15_000,
  /** A second hole within this time after asking anew means that asking again would only loop. */
  RESYNC_APART: 10_000,
  /** A heartbeat knew of a change that did not come within this time: it was lost, not merely overtaken. */
  BEHIND_FOR: 700,
  /** A connection that held this long was a good one; its end starts the back-off from the beginning. */
  GOOD_AFTER: 10_000,
  BACKOFF_BASE: 1_000,
  BACKOFF_CAP: 30_000,
  /** First retry after a close that reached everybody at once, spread over this time. */
  CROWD_SPREAD: 2_000,
  /** A refusal is asked again this seldom, but always: nobody climbs to a wall TV to press reload. */
  REFUSED_RETRY: 30_000,
} as const
