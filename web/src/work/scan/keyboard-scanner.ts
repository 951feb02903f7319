import { afterSilence, emptyBuffer, type KeyPress, type Pressed, pressKey, SILENCE } from './key-buffer'
import { scanOf, type ScanSource } from './scan'

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]')

/**
 * A hardware scanner, which types like a keyboard. What is typed into a field is the field's. Times are those at which keys
 * were pressed, not at which a busy page came to hear of them.
 */
export const keyboardScanner: ScanSource = (take) => {
  let buffer = emptyBuffer
  let silence: ReturnType<typeof setTimeout> | undefined

  function settle(pressed: Pressed): void {
    buffer = pressed.buffer
    for (const text of pressed.scans) take(scanOf(text, 'SCANNER'))
  }
  function endWhenSilent(lastAt: number): void {
    clearTimeout(silence)
    // Keys that wait behind a busy page are heard first: then the buffer has moved on.
    silence = setTimeout(() => {
      silence = setTimeout(() => {
        if (buffer.lastAt === lastAt) settle(afterSilence(buffer))
      })
    }, SILENCE)
  }
  function press(event: KeyboardEvent): void {
    if (event.repeat || isField(event.target)) return
    const key: KeyPress = { key: event.key, ctrl: event.ctrlKey, at: event.timeStamp }
    const pressed = pressKey(buffer, key)
    if (pressed.taken) event.preventDefault()
    settle(pressed)
    endWhenSilent(buffer.lastAt)
  }

  addEventListener('keydown', press, { capture: true })
  return () => {
    clearTimeout(silence)
    removeEventListener('keydown', press, { capture: true })
  }
}
