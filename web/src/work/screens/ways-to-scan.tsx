import { type SubmitEvent, useContext, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { type Camera, type CameraTrouble, openCamera } from '../scan/camera-scanner'
import { scanOf } from '../scan/scan'
import { ScanContext } from '../scan/use-scans'
import { Sheet } from './sheet'
import css from './work.module.css'

function TypeCode({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(workMessages)
  const desk = useContext(ScanContext)
  const id = useId()
  const [text, setText] = useState('')
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (text.trim() === '') return
    desk.take(scanOf(text, 'TYPED'))
    onClose()
  }
  return (
    <Sheet title={say.typeTitle} onClose={onClose}>
      <form noValidate className={css.form} onSubmit={submit}>
        <label htmlFor={id}>{say.typeHint}</label>
        <input
          id={id}
          className={css.input}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
        />
        <button type="submit" className={css.primary}>
          {say.done}
        </button>
      </form>
    </Sheet>
  )
}

const troubles: ReadonlySet<string> = new Set<CameraTrouble>(['NO_CAMERA', 'NOT_ALLOWED', 'NO_DECODER'])

function ScanByCamera() {
  const say = useMessages(workMessages)
  const desk = useContext(ScanContext)
  const video = useRef<HTMLVideoElement>(null)
  const [camera, setCamera] = useState<Camera | null>(null)
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null)
  const [light, setLight] = useState(false)
  useEffect(
    function look() {
      let wanted = true
      let opened: Camera | undefined
      if (!video.current) return undefined
      openCamera(video.current, desk.take).then(
        (one) => {
          if (!wanted) return one.close()
          opened = one
          setCamera(one)
        },
        (error: unknown) => {
          const code = error instanceof Error && troubles.has(error.message) ? error.message : 'NO_CAMERA'
          if (wanted) setTrouble(code as CameraTrouble)
        },
      )
      return () => {
        wanted = false
        opened?.close()
      }
    },
    [desk],
  )
  return (
    <section className={css.camera} aria-label={say.camera}>
      {trouble ? (
        <p role="alert">{say.cameraTrouble[trouble]}</p>
      ) : (
        <video ref={video} className={css.video} muted playsInline aria-hidden />
      )}
      {camera?.setLight && (
        <button
          type="button"
          className={css.secondary}
          aria-pressed={light}
          onClick={() => {
            void camera.setLight?.(!light)
            setLight(!light)
          }}
        >
          {say.light}
        </button>
      )}
    </section>
  )
}

/** The two ways for whoever has no hardware scanner; that one needs no button. */
export function WaysToScan() {
  const say = useMessages(workMessages)
  const [way, setWay] = useState<'CAMERA' | 'TYPED' | null>(null)
  return (
    <>
      {way === 'CAMERA' && <ScanByCamera />}
      {way === 'TYPED' && <TypeCode onClose={() => setWay(null)} />}
      <button type="button" className={css.secondary} onClick={() => setWay(way === 'CAMERA' ? null : 'CAMERA')}>
        {way === 'CAMERA' ? say.close : say.camera}
      </button>
      <button type="button" className={css.secondary} onClick={() => setWay('TYPED')}>
        {say.type}
      </button>
    </>
  )
}
