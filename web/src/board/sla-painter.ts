import { everySecond } from '../ui/ticker'
import type { BoardOrder } from './board-order'
import { slaOf, type TimerUnits, timerText } from './sla'

interface Painted {
  readonly card: HTMLElement
  readonly timer: HTMLElement
  readonly mark: HTMLElement
  order: BoardOrder
  text: string
  sla: string
}

/** Words for the two things the painter writes. */
export interface SlaWords {
  readonly units: TimerUnits
  readonly sla: Readonly<Record<'green' | 'amber' | 'red' | 'overdue', string>>
}

/** Keeps the timers of the cards on show running. */
export interface SlaPainter {
  /** Paints a card now and each second until the returned function is called. */
  readonly add: (card: HTMLElement, timer: HTMLElement, mark: HTMLElement, order: BoardOrder) => () => void
  readonly close: () => void
}

/**
 * One timer for all cards, past React: 600 components a second would be too much for a TV stick, 200 comparisons and
 * the few texts that changed are not. `now` is the server's time in ms, null while it is not known.
 */
export function createSlaPainter(now: () => number | null, words: SlaWords): SlaPainter {
  const painted = new Set<Painted>()

  function paint(item: Painted, time: number): void {
    const text = timerText(item.order.deadline - time, words.units)
    const sla = slaOf(item.order, time)
    if (text !== item.text) item.timer.textContent = item.text = text
    if (sla === item.sla) return
    item.card.dataset['sla'] = item.sla = sla
    item.mark.textContent = words.sla[sla]
  }

  const stop = everySecond(() => {
    const time = now()
    if (time !== null) for (const item of painted) paint(item, time)
  })

  return {
    add(card, timer, mark, order) {
      const item: Painted = { card, timer, mark, order, text: '', sla: '' }
      painted.add(item)
      const time = now()
      if (time !== null) paint(item, time)
      return () => painted.delete(item)
    },
    close() {
      stop()
      painted.clear()
    },
  }
}
