import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'

/** What stands on goods, shelves, boxes and badges. */
const options: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'Code39', 'ITF', 'QRCode', 'DataMatrix'],
  textMode: 'Plain',
  maxNumberOfSymbols: 2,
}

/** Where the decoder's WebAssembly is: its address, or itself. */
export type DecoderProgram = { readonly url: string } | { readonly binary: ArrayBuffer }

/** Finds codes in a picture: each with the identifier of its symbology before it, as a scanner would send it. */
export type Decode = (picture: ImageData) => Promise<readonly string[]>

const latin = new TextDecoder('latin1')

/** Loads the decoder. Its program comes with the app, from here alone. */
export async function loadDecoder(program: DecoderProgram): Promise<Decode> {
  const overrides = 'url' in program ? { locateFile: (): string => program.url } : { wasmBinary: program.binary }
  await prepareZXingModule({ overrides, fireImmediately: true })
  return async (picture) => {
    const found = await readBarcodes(picture, options)
    return (
      found
        .filter(({ isValid }) => isValid)
        // The bytes, not the text: a marking code is compared byte by byte, and no decoder's idea of GS stands between.
        .map(({ symbologyIdentifier, bytes }) => symbologyIdentifier + latin.decode(bytes))
    )
  }
}
