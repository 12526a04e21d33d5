import {
  fromReader,
  toReader,
  windowOrigin,
  type FromReader,
  type ToReader
} from '@shared/model/reader-messages'

/** Tells the window that this frame stands in. Checked here too, so that a fault shows where it is. */
export function tell(message: FromReader): void {
  window.parent.postMessage(fromReader.parse(message), windowOrigin)
}

/** Hears the window, and nobody else. */
export function listen(take: (message: ToReader) => void): void {
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || origin !== windowOrigin) return
    const message = toReader.safeParse(data)
    if (message.success) take(message.data)
  })
}
