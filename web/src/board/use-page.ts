import { useEffect, useRef, useState } from 'react'
import { everySecond } from '../ui/ticker'
import { pageAt, startOfPage } from './paging'

/** The page of a column that turns by itself; `next` turns it now and goes on from there. */
export function usePage(pages: number): { readonly page: number; readonly next: () => void } {
  const elapsed = useRef(0)
  const [page, setPage] = useState(0)
  useEffect(
    function turnPages() {
      if (pages <= 1) {
        elapsed.current = 0
        setPage(0)
        return undefined
      }
      return everySecond(() => {
        elapsed.current += 1
        setPage(pageAt(elapsed.current, pages))
      })
    },
    [pages],
  )
  return {
    page: Math.min(page, pages - 1),
    next: () => {
      const to = (page + 1) % pages
      elapsed.current = startOfPage(to)
      setPage(to)
    },
  }
}
