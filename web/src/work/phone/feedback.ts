/** What a person hears and feels without looking. */
export type Signal = 'GREEN' | 'RED' | 'ELSEWHERE' | 'ALARM'

/** Notes (Hz, ms) and a rhythm of the vibration (ms): each signal is known with closed eyes. */
const signals: Readonly<
  Record<Signal, { readonly notes: readonly (readonly [number, number])[]; readonly rhythm: number[] }>
> = {
  GREEN: { notes: [[1_320, 90]], rhythm: [60] },
  RED: {
    notes: [
      [220, 180],
      [160, 320],
    ],
    rhythm: [250, 80, 250],
  },
  ELSEWHERE: {
    notes: [
      [660, 110],
      [440, 110],
      [660, 110],
    ],
    rhythm: [80, 60, 80, 60, 80],
  },
  ALARM: {
    notes: [
      [980, 160],
      [620, 160],
      [980, 160],
      [620, 160],
    ],
    rhythm: [400, 100, 400, 100, 400],
  },
}

let context: AudioContext | undefined

/** Lets the page sound: browsers want a touch or a key first. */
export function allowSound(): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
}

/** Gives a signal; what the device cannot do is left out. */
export function give(signal: Signal): void {
  const { notes, rhythm } = signals[signal]
  if ('vibrate' in navigator) navigator.vibrate(rhythm)
  if (context?.state !== 'running') return
  let at = context.currentTime
  for (const [frequency, ms] of notes) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.type = 'square'
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0.25, at)
    volume.gain.setTargetAtTime(0, at + ms / 1_000 - 0.02, 0.01)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop((at += ms / 1_000))
  }
}
