/** A path of our own that an address asks to go on to; `/` for anything else, and for what would lead round in a circle. */
export function ownPath(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, origin)) return '/'
  const { origin: there, pathname, search, hash } = new URL(asked, origin)
  // What begins with two slashes is another host to a browser, however it came about.
  return there !== origin || pathname.startsWith('//') || pathname === '/sign-in' ? '/' : pathname + search + hash
}
