import type { ReactNode } from 'react'
import css from './codes.module.css'

const inOnePiece = (word: string): ReactNode =>
  word.includes('-') && /\d/.test(word) ? <span className={css.whole}>{word}</span> : word

/** A sentence whose codes, as `A-12-3`, stay in one piece. */
export const Sentence = ({ text }: { readonly text: string }): ReactNode =>
  text
    .split(' ')
    .map(inOnePiece)
    .reduce((line, word) => (
      <>
        {line} {word}
      </>
    ))

/** The digits that stand below the bars, to be compared with the label and to be typed; the last four tell sizes apart. */
export function Barcodes({ barcodes }: { readonly barcodes: readonly string[] }) {
  return barcodes.map((barcode) => (
    <span key={barcode} className={css.barcode}>
      {barcode.slice(0, -4)}
      <b>{barcode.slice(-4)}</b>
    </span>
  ))
}
