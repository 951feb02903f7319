import { recall, remember } from '../../ui/preferences'
import type { Act } from '../journal/act'
import { deliverAll } from '../journal/deliver'
import type { Entry } from '../journal/entry'
import { enterAct, forgetDelivered, markSeen } from '../journal/journal'
import { type Database, openStore } from '../journal/store'
import { serverNow } from '../../ui/request'
import { deliverAlways, type Delivery } from './delivery'
import { allowSound } from './feedback'
import { keepViews, loadStored, type Stored, type ViewsChange } from './stored'
import { type PhoneState, startingState, undelivered } from './state'
import { submit } from './submit'
import { isOwnBadge, LOCKS_AFTER } from './who'

/** The phone: what it keeps, what it shows, what can be done with it. `subscribe` and `getState` fit useSyncExternalStore. */
export interface Phone {
  readonly getState: () => PhoneState
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (change: Partial<PhoneState>) => void
  readonly database: () => Database
  /** Keeps views on the disk, and for the other tabs. */
  readonly keep: (views: ViewsChange) => Promise<void>
  /** Reads anew what is on the disk, and tells the other tabs to. */
  readonly reload: () => Promise<void>
  /** Keeps an act. False when it could not be kept: then nothing has happened. */
  readonly enter: (act: Act) => Promise<boolean>
  readonly markRead: (entry: Entry) => Promise<void>
  readonly deliver: () => void
  readonly lock: () => void
  /** Somebody has just come: the time until the screen locks begins. */
  readonly stayAwake: () => void
  /** Opens the screen again with the badge of whoever works here; false with any other text. */
  readonly unlock: (text: string) => Promise<boolean>
  /** Calls when the server has answered to acts; answers how to stop. */
  readonly onDelivered: (listener: () => void) => () => void
}

const DATABASE = 'wb-assistant-work'
const SENDER = 'wb-assistant-work-sender'
/** Changes when something was written: the browser tells the other tabs of it. */
const CHANGED = 'wb-assistant.work-changed'
/** What was not delivered when the page was last here: the disk itself cannot say that it was emptied. */
const HINT = 'wb-assistant.undelivered'
const ACTIVE = 'wb-assistant.active-at'

/** Makes the phone and brings up what it has kept. */
export function startPhone(): Phone {
  let state = startingState
  let database: Database | undefined
  let delivery: Delivery | undefined
  let writes = 0
  const listeners = new Set<() => void>()
  const deliveredListeners = new Set<() => void>()

  function set(change: Partial<PhoneState>): void {
    state = { ...state, ...change }
    if (change.journals) remember(HINT, undelivered(state) || null)
    for (const listener of listeners) listener()
  }
  function theDatabase(): Database {
    if (!database) throw new Error('the phone’s memory is not open')
    return database
  }
  /** What was written while the disk was read may not be in what was read: then it is read once more. */
  async function load(): Promise<void> {
    let before: number
    let stored: Stored
    do {
      before = writes
      stored = await loadStored(theDatabase())
    } while (before !== writes)
    set(stored)
  }
  const tellTabs = (): void => remember(CHANGED, crypto.randomUUID())
  async function reload(): Promise<void> {
    await load()
    tellTabs()
  }

  /** One tab at a time: two would send the same twice, which the server knows, and in vain. */
  async function deliverOnce(): Promise<void> {
    if (undelivered(state) === 0) return
    const run = (): Promise<void> => deliverAll(theDatabase(), submit)
    try {
      await ('locks' in navigator ? navigator.locks.request(SENDER, run) : run())
      set({ online: true })
    } catch (error) {
      set({ online: false })
      throw error
    } finally {
      await reload()
    }
    for (const listener of deliveredListeners) listener()
  }

  const isIdle = (): boolean => Math.abs(Date.now() - Number(recall(ACTIVE) ?? 0)) > LOCKS_AFTER
  const stayAwake = (): void => remember(ACTIVE, Date.now())
  const lock = (): void => {
    if (state.phase !== 'OPEN') return
    // A reload does not open it either.
    remember(ACTIVE, null)
    set({ phase: 'LOCKED' })
  }

  async function open(): Promise<void> {
    const before = Number(recall(HINT) ?? 0)
    try {
      database = await openStore(DATABASE, () => set({ storage: 'CLOSED' }))
      await load()
    } catch {
      set({ storage: 'NONE', phase: 'SIGNED_OUT' })
      return
    }
    if (before > 0 && state.journals.length === 0) set({ storage: 'LOST' })
    set({ phase: state.who === null ? 'SIGNED_OUT' : isIdle() ? 'LOCKED' : 'OPEN' })
    delivery = deliverAlways(deliverOnce)
    await forgetDelivered(database, serverNow())
  }

  addEventListener('storage', ({ key }) => {
    if (key === CHANGED && database) void load().catch(() => undefined)
  })
  // Somebody is here: a touch, a key, a scan.
  const touch = (): void => {
    allowSound()
    if (isIdle()) lock()
    else if (state.phase === 'OPEN') stayAwake()
  }
  addEventListener('pointerdown', touch, { capture: true })
  addEventListener('keydown', touch, { capture: true })
  setInterval(() => {
    if (isIdle()) lock()
  }, 5_000)
  void open()

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set,
    database: theDatabase,
    async keep(views) {
      await keepViews(theDatabase(), views)
      writes += 1
      tellTabs()
    },
    reload,
    async enter(act) {
      const { journalId } = state
      if (journalId === null) return false
      const made = { act, commandId: crypto.randomUUID(), clientTime: new Date().toISOString() }
      try {
        const entry = await enterAct(theDatabase(), journalId, made)
        writes += 1
        const journals = state.journals.map((one) => (one.id === journalId ? { ...one, lastSeq: entry.seq } : one))
        set({ journals, entries: [...state.entries, entry], ...(state.storage === 'FULL' ? { storage: null } : {}) })
        tellTabs()
      } catch {
        set({ storage: 'FULL' })
        return false
      }
      delivery?.nudge()
      return true
    },
    async markRead(entry) {
      await markSeen(theDatabase(), entry)
      await reload()
    },
    deliver: () => delivery?.nudge(),
    lock,
    stayAwake,
    async unlock(text) {
      if (!state.who || !(await isOwnBadge(state.who, text))) return false
      stayAwake()
      set({ phase: 'OPEN' })
      return true
    },
    onDelivered(listener) {
      deliveredListeners.add(listener)
      return () => deliveredListeners.delete(listener)
    },
  }
}
