import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import bwip from 'bwip-js/node'
import { beforeAll, expect, it } from 'vitest'
import { GS } from '../../../../floor/group-separator.js'
import { type Decode, loadDecoder } from './decoder'
import { scanOf } from './scan'

let decode: Decode

beforeAll(async () => {
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  decode = await loadDecoder({ binary: new Uint8Array(file).buffer })
})

/** The modules of a symbol, dark or not. */
interface Symbol {
  readonly width: number
  readonly height: number
  readonly isDark: (x: number, y: number) => boolean
}

/** Makes a symbol by the standard; `^FNC1` is what GS is in one of GS1. */
function symbolOf(bcid: string, text: string): Symbol {
  const [made] = bwip.raw(bcid, text, { parse: true, parsefnc: true })
  if (!made) throw new Error(`no symbol of ${text}`)
  if ('pixs' in made)
    return { width: made.pixx, height: made.pixy, isDark: (x, y) => made.pixs[y * made.pixx + x] === 1 }
  const bars = made.sbs.flatMap((width, place) => Array.from({ length: width }, () => place % 2 === 0))
  return { width: bars.length, height: 40, isDark: (x) => bars[x] === true }
}

const FINE = 3

/** A photograph of a symbol: so many pixels a module, turned by so many degrees, on paper with a margin. */
function photograph(symbol: Symbol, pixels: number, degrees: number): ImageData {
  const margin = 12
  const [w, h] = [symbol.width + 2 * margin, symbol.height + 2 * margin]
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const width = Math.ceil((Math.abs(w * cos) + Math.abs(h * sin)) * pixels)
  const height = Math.ceil((Math.abs(w * sin) + Math.abs(h * cos)) * pixels)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      let dark = 0
      for (let part = 0; part < FINE * FINE; part += 1) {
        const x = (column + ((part % FINE) + 0.5) / FINE - width / 2) / pixels
        const y = (row + (Math.floor(part / FINE) + 0.5) / FINE - height / 2) / pixels
        const [u, v] = [x * cos + y * sin + w / 2 - margin, y * cos - x * sin + h / 2 - margin]
        const inside = u >= 0 && v >= 0 && u < symbol.width && v < symbol.height
        if (inside && symbol.isDark(Math.floor(u), Math.floor(v))) dark += 1
      }
      const shade = 235 - Math.round((200 * dark) / (FINE * FINE))
      data.set([shade, shade, shade, 255], (row * width + column) * 4)
    }
  return { data, width, height, colorSpace: 'srgb' }
}

const marked = `010400638133393121!Aq-Zx'"7%&w1${GS}91EE06${GS}92${'Ab1+/=dQ'.repeat(5)}Zz09`
const symbols = [
  ['ean13', '4006381333931', 'EAN', '4006381333931'],
  ['code128', 'A-12-3/WB', 'CODE_128', 'A-12-3/WB'],
  ['qrcode', 'wbab_AbCdEfGhIjKlMnOp-_1290', 'QR', 'wbab_AbCdEfGhIjKlMnOp-_1290'],
  ['datamatrix', `^FNC1${marked.replaceAll(GS, '^FNC1')}`, 'DATA_MATRIX', marked],
] as const

/** Pixels a module, degrees. A line across bars must cross them all: such a code is held about straight. */
const straight = [
  [3, 0],
  [3, 90],
  [3, 180],
  [2, 0],
  [2.5, 270],
  [4, 7],
  [4, 352],
] as const
const anyhow = [...straight, [4, 35], [4, 120], [4, 311], [3, 200]] as const

for (const [bcid, source, symbology, text] of symbols)
  it.each(symbology === 'EAN' || symbology === 'CODE_128' ? straight : anyhow)(
    `reads ${bcid} at %d pixels a module, turned by %d degrees`,
    async (pixels, degrees) => {
      const codes = await decode(photograph(symbolOf(bcid, source), pixels, degrees))
      expect(codes.map((code) => scanOf(code, 'CAMERA'))).toMatchObject([{ text, symbology, repairs: [] }])
    },
  )

it('finds nothing where there is nothing', async () => {
  const nothing = { width: 60, height: 60, isDark: (x: number, y: number) => (x * 31 + y * 17) % 7 < 3 }
  expect(await decode(photograph(nothing, 4, 10))).toEqual([])
})
