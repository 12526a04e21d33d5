import { change } from './annotation-edits'

/** So long after the last letter a comment is saved, in milliseconds. */
const pauseMs = 400

/** A comment that is being written: saved as one types, and when one stops. */
export class CommentState {
  text = $state('')
  #saved: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<void> = Promise.resolve()

  constructor(
    private readonly id: number,
    saved: string,
    private readonly onfail: (error: unknown) => void
  ) {
    this.text = saved
    this.#saved = saved
  }

  get isSaved(): boolean {
    return this.text === this.#saved
  }

  write(text: string): void {
    this.text = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pauseMs)
  }

  /** Saves what is not saved yet; a failure is told, and the text stays to be saved again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#last = this.#last.then(async () => {
      const { text } = this
      if (text === this.#saved) return
      try {
        await change(this.id, { comment: text })
        this.#saved = text
      } catch (error) {
        this.onfail(error)
      }
    })
    return this.#last
  }
}
