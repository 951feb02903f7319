/** A reason to stop the import that its reader can act on, in both languages; not a bug, so no stack is shown. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
  readonly russian: string
  readonly english: string

  constructor(russian: string, english: string, options?: ErrorOptions) {
    super(english, options)
    this.russian = russian
    this.english = english
  }
}
