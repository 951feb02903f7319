import { type CSSProperties, useEffect, useRef } from 'react'
import { BoardColumn } from './board-column'
import css from './board-columns.module.css'
import type { Column } from './columns'
import { ColumnList } from './column-list'
import { densities, spacing } from './layout'
import type { BoardMessages } from './messages'
import type { SlaPainter } from './sla-painter'
import { useArea, useLayout } from './use-layout'

interface Props {
  readonly columns: readonly Column[]
  readonly painter: SlaPainter
  readonly say: BoardMessages
  readonly serverNow: () => number | null
}

/** Lower or narrower than this (rem) a screen is a phone's and shows one column at a time, however few were asked for. */
const LEAST = { height: 27, width: 44 } as const

const isPhone = (): boolean => window.innerHeight < LEAST.height * 16 || window.innerWidth < LEAST.width * 16

const widthOf = (across: number, cardWidth: number): number =>
  across * cardWidth + (across - 1) * spacing.card + 2 * spacing.padding

/** The columns of the board: all side by side where they fit, one at a time on a phone. */
export function BoardColumns({ columns, painter, say, serverNow }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const area = useArea(element)
  const layout = useLayout(
    area,
    columns.map((column) => column.orders.length),
  )
  const asList = area !== null && (layout === null || isPhone())
  useEffect(
    function letPageScroll() {
      document.documentElement.dataset['layout'] = asList ? 'list' : 'wall'
      return () => {
        delete document.documentElement.dataset['layout']
      }
    },
    [asList],
  )
  const cardWidth = densities.find(({ name }) => name === layout?.density)?.width ?? 1
  const style = {
    '--head': `${spacing.head}rem`,
    '--padding': `${spacing.padding}rem`,
    '--gap': `${spacing.card}rem`,
    gap: `${spacing.column}rem`,
    ...(layout && !asList
      ? {
          gridTemplateColumns: layout.columns
            .map(({ across }) => `minmax(0, ${widthOf(across, cardWidth)}fr)`)
            .join(' '),
        }
      : {}),
  } as CSSProperties
  return (
    <div
      ref={element}
      className={asList ? css.list : css.wall}
      data-density={asList ? 'list' : layout?.density}
      style={style}
    >
      {asList ? (
        <ColumnList columns={columns} painter={painter} say={say} serverNow={serverNow} />
      ) : (
        layout &&
        columns.map((column, index) => {
          const own = layout.columns[index]
          return (
            own && (
              <BoardColumn
                key={column.id}
                column={column}
                layout={own}
                painter={painter}
                say={say}
                serverNow={serverNow}
              />
            )
          )
        })
      )}
    </div>
  )
}
