// Loaded into a measured process: its garbage is collected when asked, so that what is resident is what is held.
process.on('message', (message: { readonly collect?: boolean }) => {
  if (!message.collect) return
  globalThis.gc?.()
  // A second round frees what the finalisers of the first let go.
  setTimeout(() => {
    globalThis.gc?.()
    process.send?.({ collected: true })
  }, 200)
})
