import { useEffect, useState } from 'react'
import { type Area, type BoardLayout, steadyLayout } from './layout'

/** Narrower than this (px) a screen stands on a desk; base.css scales the page up from here. */
const WALL_WIDTH = 1_600

/** The size of an element in rem, measured whenever it changes; null before the first time. */
export function useArea(element: { readonly current: HTMLElement | null }): Area | null {
  const [area, setArea] = useState<Area | null>(null)
  useEffect(
    function measure() {
      if (!element.current) return undefined
      const observer = new ResizeObserver(([entry]) => {
        if (!entry) return
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        const { width, height } = entry.contentRect
        setArea({ width: width / rem, height: height / rem })
      })
      observer.observe(element.current)
      return () => observer.disconnect()
    },
    [element],
  )
  return area
}

function createSteadyLayout() {
  let room: Area | null = null
  let layout: BoardLayout | null = null
  return (area: Area, counts: readonly number[]): BoardLayout | null => {
    layout = steadyLayout(room === area ? layout : null, area, counts, window.innerWidth < WALL_WIDTH)
    room = area
    return layout
  }
}

/** The board's layout for these counts, steady from one to the next; null while unknown or where columns do not fit. */
export function useLayout(area: Area | null, counts: readonly number[]): BoardLayout | null {
  const [next] = useState(createSteadyLayout)
  return area && next(area, counts)
}
