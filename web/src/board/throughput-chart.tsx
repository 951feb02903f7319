import 'uplot/dist/uPlot.min.css'
import type uPlot from 'uplot'
import { useEffect, useRef, useState } from 'react'
import { formatNumber, formatTime } from '../ui/format'
import { usePreferences } from '../ui/preferences'
import { loadPlot } from './load-plot'
import type { BoardMessages } from './messages'
import { throughputOptions } from './throughput-options'
import css from './throughput-chart.module.css'
import type { ThroughputHour } from './use-throughput'

interface Props {
  readonly hours: readonly ThroughputHour[] | null
  readonly timeZone: string
  readonly say: BoardMessages
}

const seriesNames = ['picked', 'packed', 'handedOver'] as const
type SeriesName = (typeof seriesNames)[number]

/** How much was done, hour by hour: bars for what left the house, lines for what is on its way there. */
export function ThroughputChart({ hours, timeZone, say }: Props) {
  const { language, theme } = usePreferences()
  const element = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<{ readonly make: typeof uPlot } | null>(null)
  useEffect(function loadChart() {
    void loadPlot().then((make) => make && setPlot({ make }))
  }, [])
  useEffect(
    function drawChart() {
      const box = element.current
      if (!box || !plot || !hours || hours.length === 0) return undefined
      const { make } = plot
      const time = (ms: number): string => formatTime(language, ms, timeZone)
      const now = hours.length - 1
      // The hour that still runs would pull every line down: lines end before it, its bar is faded.
      const whole = (name: SeriesName): (number | null)[] =>
        hours.map((item, index) => (index === now ? null : item[name]))
      const data: uPlot.AlignedData = [
        hours.map(({ hour }) => Date.parse(hour) / 1_000),
        ...seriesNames.map(whole),
        hours.map((item, index) => (index === now ? item.handedOver : null)),
      ]
      const draw = (): uPlot => new make(throughputOptions(make, box, time), data, box)
      let chart = draw()
      const observer = new ResizeObserver(() => {
        if (chart.width === box.clientWidth && chart.height === box.clientHeight) return
        chart.destroy()
        chart = draw()
      })
      observer.observe(box)
      return () => {
        observer.disconnect()
        chart.destroy()
      }
    },
    [plot, hours, language, theme, timeZone],
  )
  const total = (name: SeriesName): number => (hours ?? []).reduce((sum, item) => sum + item[name], 0)
  const summary = say.throughputSummary(total('picked'), total('packed'), total('handedOver'))
  return (
    <figure className={css.figure}>
      <figcaption className={css.legend}>
        <span className="visually-hidden">{summary}</span>
        {hours && (
          <span className={css.period} aria-hidden="true">
            {say.lastHours(hours.length)}
          </span>
        )}
        {seriesNames.map((name) => (
          <span key={name} className={css.key} data-series={name} aria-hidden="true">
            {say[name]} <b>{formatNumber(language, total(name))}</b>
          </span>
        ))}
      </figcaption>
      <div ref={element} className={css.chart} aria-hidden="true" />
    </figure>
  )
}
