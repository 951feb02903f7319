import type uPlot from 'uplot'

const AN_HOUR = 3_600

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
  const axis = { stroke: colour('--dim'), font, ticks: { show: false }, gap: 3 }
  const line = (name: string, dash: number[]): uPlot.Series => ({
    stroke: colour(name),
    width: Math.max(2, rem * 0.18),
    dash,
    points: { show: false },
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
        size: rem * 1.5,
        grid: { show: false },
        splits: (_chart, _axis, from, to) => {
          const first = Math.ceil(from / AN_HOUR) * AN_HOUR
          return Array.from(
            { length: Math.max(0, Math.floor((to - first) / (3 * AN_HOUR)) + 1) },
            (_, i) => first + i * 3 * AN_HOUR,
          )
        },
        values: (_chart, splits) => splits.map((at) => time(at * 1_000)),
      },
      { ...axis, size: rem * 2.4, grid: { stroke: colour('--line'), width: 1 }, space: rem * 2 },
    ],
    series: [
      {},
      line('--picked', []),
      line('--packed', [rem * 0.4, rem * 0.3]),
      {
        fill: colour('--handed'),
        stroke: colour('--handed'),
        points: { show: false },
        ...(paths.bars ? { paths: paths.bars({ size: [0.6, 60] }) } : {}),
      },
    ],
  }
}
