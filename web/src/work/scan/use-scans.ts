import { createContext, useContext, useEffect, useRef } from 'react'
import { keyboardScanner } from './keyboard-scanner'
import type { Scan } from './scan'

/** Does what a scan asks for; the next scan waits for it. */
export type OnScan = (scan: Scan) => void | Promise<void>

/** Where scans go: to the screen that came last, one after another. */
export interface ScanDesk {
  readonly take: (scan: Scan) => void
  readonly add: (screen: { readonly current: OnScan }) => () => void
}

/** Makes the one place where all scans of a page arrive. */
export function createScanDesk(): ScanDesk {
  const screens: { readonly current: OnScan }[] = []
  let last = Promise.resolve()
  return {
    take(scan) {
      last = last.then(() => screens.at(-1)?.current(scan)).catch(() => undefined)
    },
    add(screen) {
      screens.push(screen)
      return () => void screens.splice(screens.indexOf(screen), 1)
    },
  }
}

export const ScanContext = createContext<ScanDesk>(createScanDesk())

/** Takes the scans while the component is on the page and none that came after it does. */
export function useScans(onScan: OnScan): void {
  const desk = useContext(ScanContext)
  const latest = useRef(onScan)
  useEffect(function keepLatest() {
    latest.current = onScan
  })
  useEffect(
    function takeScans() {
      return desk.add(latest)
    },
    [desk],
  )
}

/** Lets a hardware scanner speak to the screens; once a page. */
export function useKeyboardScanner(): void {
  const desk = useContext(ScanContext)
  useEffect(
    function listen() {
      return keyboardScanner(desk.take)
    },
    [desk],
  )
}
