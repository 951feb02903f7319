// Parsed by any Node that knows ES modules: says what is missing instead of failing on newer syntax somewhere deeper.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `WB Assistant needs Node 22.19 or later; this is ${process.versions.node} (${process.execPath}).\n` +
      'On Linux x64 and arm64 `npm ci` installs Node 24 beside the packages, and every `npm run` uses it:\n' +
      'run `npm ci` without --omit=optional, then use `npm start`. Elsewhere install Node 24 from https://nodejs.org.\n',
  )
  process.exit(1)
}
