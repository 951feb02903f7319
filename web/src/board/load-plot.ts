import type uPlot from 'uplot'

type Plot = typeof uPlot

let loading: Promise<Plot | null> | undefined

/** A kiosk without a locale calls itself `en-US@posix`, which is no language tag: uPlot throws on it while loading. */
function mendLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language)
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en', configurable: true })
  }
}

/** The chart library, loaded once and apart from the board: should it fail on an old TV, the cards are still there. */
export function loadPlot(): Promise<Plot | null> {
  loading ??= (async () => {
    mendLanguage()
    return (await import('uplot')).default
  })().catch(() => null)
  return loading
}
