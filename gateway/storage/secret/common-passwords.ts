import { dictionary } from '@zxcvbn-ts/language-common'

/** Some 49,000 passwords that leaks have shown to be the commonest. */
export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String))
