/** Something that left the process or stayed on a disk, to be searched: what it is called, and all of it. */
export interface Place {
  readonly name: string
  readonly content: string | Buffer
}

/** What is written in digits alone is told from other numbers by standing alone; spelled otherwise it would be anywhere. */
const isShort = (text: string): boolean => text.length < 12

/** A text in Base64 wherever it begins in what was encoded: without the letters that its neighbours have a part in. */
const inBase64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return text.slice(before === 0 ? 0 : before + 1, [undefined, -3, -2][(before + bytes.length) % 3])
  })

const escaped = (text: string): string =>
  text.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The ways in which a secret may be written down. */
const spellings = (secret: string): readonly string[] => {
  if (isShort(secret)) return [secret]
  const bytes = Buffer.from(secret)
  const base64 = inBase64(bytes)
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  const hex = bytes.toString('hex')
  const percent = encodeURIComponent(secret)
  return [secret, escaped(secret), percent, percent.toLowerCase(), hex, hex.toUpperCase(), ...base64, ...url]
}

interface Needle {
  readonly bytes: Buffer
  readonly secret: string
  readonly alone: boolean
}

const isWord = (byte: number | undefined): boolean =>
  byte !== undefined && /[0-9A-Za-z.]/.test(String.fromCharCode(byte))

/** Searches for many secrets at once, in any of their spellings; `secrets` are their values by what they are called. */
export const createSearch = (secrets: ReadonlyMap<string, ReadonlySet<string>>) => {
  const needles = new Map<number, Needle[]>()
  for (const [secret, values] of secrets)
    for (const value of values)
      for (const spelling of new Set(spellings(value))) {
        const bytes = Buffer.from(spelling)
        const start = bytes.readUInt16BE(0)
        needles.set(start, [...(needles.get(start) ?? []), { bytes, secret, alone: isShort(value) }])
      }
  // Few bytes of many megabytes are the beginning of anything.
  const starts = new Uint8Array(65_536)
  for (const start of needles.keys()) starts[start] = 1

  const isAt = (content: Buffer, at: number, { bytes, alone }: Needle): boolean => {
    const end = at + bytes.length
    if (end > content.length || content.compare(bytes, 0, bytes.length, at, end) !== 0) return false
    return !alone || (!isWord(content[at - 1]) && !isWord(content[end]))
  }

  /** Which secrets stand in which places: `secret: place`, sorted. */
  return (places: Iterable<Place>): readonly string[] => {
    const found = new Set<string>()
    for (const { name, content } of places) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let at = 0; at + 1 < bytes.length; at += 1) {
        const start = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
        if (starts[start] !== 1) continue
        for (const needle of needles.get(start) ?? [])
          if (isAt(bytes, at, needle)) found.add(`${needle.secret}: ${name}`)
      }
    }
    return [...found].toSorted()
  }
}
