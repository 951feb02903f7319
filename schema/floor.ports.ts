import type { CommandHeader } from './context.js'
import type { Order } from './order/order.type.js'
import type { Result } from './result.js'
import type { Shift } from './shift/shift.type.js'
import type { CellOutcome, MoveStockSuccess, StockOutcome } from './stock/stock-result.type.js'
import type { StockArgs, StockLineInput, StorageCellInput, StorageCellsArgs } from './stock/stock.input.js'
import type {
  Recount,
  StockLevelConnection,
  StockMovementConnection,
  StorageCellConnection,
} from './stock/stock.type.js'
import type { ClaimWorkSuccess, WorkCapsule } from './work/work.type.js'

interface InWarehouse extends CommandHeader {
  readonly warehouseId: string
}

/** Cells, and what lies in them. */
export interface StockPort {
  cells(args: StorageCellsArgs): Promise<StorageCellConnection>
  levels(args: StockArgs): Promise<StockLevelConnection>
  movements(args: StockArgs): Promise<StockMovementConnection>
  recounts(warehouseId: string): Promise<readonly Recount[]>
  saveCells(
    call: InWarehouse & { readonly cells: readonly StorageCellInput[] },
  ): Promise<Result<{ readonly outcomes: readonly CellOutcome[] }>>
  change(
    call: InWarehouse & {
      readonly change: 'RECEIVE' | 'COUNT' | 'WRITE_OFF'
      readonly lines: readonly StockLineInput[]
      readonly cause?: string | null
    },
  ): Promise<Result<{ readonly outcomes: readonly StockOutcome[] }>>
  move(
    call: InWarehouse & {
      readonly from: string
      readonly to: string
      readonly item: string
      readonly quantity: number
    },
  ): Promise<Result<MoveStockSuccess>>
}

/** Shifts, and the work that people take in them. */
export interface WorkPort {
  ownShift(): Promise<Shift | null>
  shifts(warehouseId: string): Promise<readonly Shift[]>
  startShift(call: InWarehouse): Promise<Result<{ readonly shift: Shift }>>
  endShift(call: CommandHeader): Promise<Result<{ readonly shift: Shift; readonly returned: number }>>
  ownWork(): Promise<WorkCapsule | null>
  orderByScan(call: {
    readonly warehouseId: string
    readonly text: string
  }): Promise<Result<{ readonly order: Order; readonly waiting: number }>>
  claim(call: InWarehouse & { readonly count: number }): Promise<Result<ClaimWorkSuccess>>
  release(call: InWarehouse): Promise<Result<{ readonly returned: number }>>
  handOver(call: InWarehouse & { readonly to: string }): Promise<Result<{ readonly handedOver: number }>>
  break(
    call: InWarehouse & { readonly person?: string | null; readonly orderId?: string | null },
  ): Promise<Result<{ readonly returned: number }>>
}
