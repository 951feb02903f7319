/** A login in the one form it is kept and looked up in; or what is wrong with it (one English sentence). */
export const readLogin = (text: string): { readonly login: string } | { readonly fault: string } => {
  const login = text.trim().normalize('NFC').toLowerCase()
  if ([...login].length < 3) return { fault: 'The login is shorter than 3 characters.' }
  if ([...login].length > 100) return { fault: 'The login is longer than 100 characters.' }
  if (!/^[\p{L}\p{N}._@+-]+$/u.test(login)) return { fault: 'The login holds letters, digits and . _ @ + - alone.' }
  return { login }
}
