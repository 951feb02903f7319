import programUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { scanOf, type TakeScan } from './scan'

/** Why there is no camera. */
export type CameraTrouble = 'NO_CAMERA' | 'NOT_ALLOWED' | 'NO_DECODER'

/** A camera that reads codes. */
export interface Camera {
  /** Switches the light; null where there is none. */
  readonly setLight: ((on: boolean) => Promise<void>) | null
  readonly close: () => void
}

/** Between two looks, ms: a picture takes a phone about as long to decode. */
const PAUSE = 60
/** The same code is not read again before it was out of sight for so long, ms. */
const GONE_AFTER = 1_200
/** Longest side of what is looked at, pixels. */
const LARGEST = 1_280
/** Every so-many-th look is at the picture turned by half a right angle: bars that lie aslant. */
const TURNED = 3

const troubleOf = (error: unknown): CameraTrouble =>
  error instanceof DOMException && error.name === 'NotAllowedError' ? 'NOT_ALLOWED' : 'NO_CAMERA'

/** The decoder, loaded when a camera is first asked for; the app brings it, so that it is there without a network. */
async function decoder() {
  const { loadDecoder } = await import('./decoder')
  return loadDecoder({ url: programUrl })
}

/** What the camera sees, as pixels. */
function pictureOf(video: HTMLVideoElement, context: CanvasRenderingContext2D, turned: boolean): ImageData {
  const scale = Math.min(1, LARGEST / Math.max(video.videoWidth, video.videoHeight))
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
  Object.assign(context.canvas, { width, height })
  if (turned) {
    context.translate(width / 2, height / 2)
    context.rotate(Math.PI / 4)
    context.translate(-width / 2, -height / 2)
  }
  context.drawImage(video, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

function lightOf(track: MediaStreamTrack): Camera['setLight'] {
  const can = track.getCapabilities?.() as { readonly torch?: boolean } | undefined
  if (can?.torch !== true) return null
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
}

/** Shows what the back camera sees and takes the codes in it, until closed. Throws a CameraTrouble. */
export async function openCamera(video: HTMLVideoElement, take: TakeScan): Promise<Camera> {
  const loading = decoder()
  loading.catch(() => undefined)
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment', width: { ideal: LARGEST } }, audio: false })
    .catch((error: unknown) => Promise.reject(new Error(troubleOf(error))))
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  const decode = await loading.catch(() => {
    close()
    throw new Error('NO_DECODER' satisfies CameraTrouble)
  })
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const [track] = stream.getVideoTracks()
  if (!context || !track) {
    close()
    throw new Error('NO_CAMERA' satisfies CameraTrouble)
  }
  video.srcObject = stream
  await video.play()

  let open = true
  let looks = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const seenAt = new Map<string, number>()
  async function look(): Promise<void> {
    if (!context || !open) return
    looks += 1
    const codes = video.videoWidth > 0 ? await decode(pictureOf(video, context, looks % TURNED === 0)) : []
    const now = performance.now()
    for (const [code, at] of seenAt) if (now - at > GONE_AFTER) seenAt.delete(code)
    for (const code of codes) {
      if (open && !seenAt.has(code)) take(scanOf(code, 'CAMERA'))
      seenAt.set(code, now)
    }
    if (open) timer = setTimeout(() => void look(), PAUSE)
  }
  void look()
  return {
    setLight: lightOf(track),
    close() {
      open = false
      clearTimeout(timer)
      close()
    },
  }
}
