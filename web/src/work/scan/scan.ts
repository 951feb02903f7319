import { readScannedText, type ScannedText } from '../../../../floor/scanned-text.js'

/** How a code came in. */
export type ScanWay = 'SCANNER' | 'CAMERA' | 'TYPED'

/** One code that was read, by whatever way. */
export interface Scan extends ScannedText {
  readonly way: ScanWay
}

/** Takes scans, in their order. */
export type TakeScan = (scan: Scan) => void

/** Where scans come from: begins to give them, and answers how to stop. */
export type ScanSource = (take: TakeScan) => () => void

/** A text as a scan. */
export const scanOf = (raw: string, way: ScanWay): Scan => ({ ...readScannedText(raw), way })
