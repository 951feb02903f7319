import type uPlot from 'uplot'

const AN_HOUR = 3_600
/** Hours between two labels, the least first: as many labels as have room. */
const LABEL_STEPS = [3, 4, 6] as const
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000]

/** How the throughput chart looks in `box`: sizes and colours are those of the page. `time` writes an instant, ms. */
export function throughputOptions(
  { paths }: Pick<typeof uPlot, 'paths'>,
  box: HTMLElement,
  time: (ms: number) => string,
): uPlot.Options {
  const style = getComputedStyle(document.documentElement)
  const rem = Number.parseFloat(style.fontSize)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const font = `${Math.max(11, Math.round(rem * 0.95))}px ${colour('--font')}`
  const axis = { stroke: colour('--dim'), font, ticks: { show: false }, gap: 4 }
  const line = (name: string, dash: number[]): uPlot.Series => ({
    stroke: colour(name),
    width: Math.max(2, rem * 0.18),
    dash,
    points: { show: false },
  })
  const bars = (fill: string): uPlot.Series => ({
    fill,
    stroke: fill,
    width: 0,
    points: { show: false },
    ...(paths.bars ? { paths: paths.bars({ size: [0.6, 60] }) } : {}),
  })
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    pxAlign: true,
    padding: [4, 6, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_chart, from, to) => [from - AN_HOUR / 2, to + AN_HOUR / 2] },
      y: { range: (_chart, _from, to) => [0, Math.max(5, to * 1.1)] },
    },
    axes: [
      {
        ...axis,
        size: rem * 1.6,
        grid: { show: false },
        splits: (_chart, _axis, from, to) => {
          // Not the very first hour: its label would run into the zero of the other axis.
          const first = (Math.ceil(from / AN_HOUR) + 1) * AN_HOUR
          const hourWidth = (box.clientWidth - rem * 2.4) / ((to - from) / AN_HOUR)
          const step = (LABEL_STEPS.find((hours) => hours * hourWidth > rem * 4) ?? 6) * AN_HOUR
          return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
        },
        values: (_chart, splits) => splits.map((at) => time(at * 1_000)),
      },
      { ...axis, size: rem * 2.4, grid: { stroke: colour('--line'), width: 1 }, space: rem * 1.3, incrs: WHOLE_STEPS },
    ],
    series: [
      {},
      line('--picked', []),
      line('--packed', [rem * 0.4, rem * 0.3]),
      bars(colour('--handed')),
      bars(`color-mix(in srgb, ${colour('--handed')} 40%, transparent)`),
    ],
  }
}
