import type { Channel, EventName } from './channels'
import type { Input, Output } from './contract'
import type { Reply } from './error'
import type { EventBodies } from './events'

/** The preload script's own channel, on which it turns dropped files into tokens. */
export const dropChannel = 'drop:register'

/** What the preload script gives to the window as `window.sheaf`: functions over plain data, nothing else. */
export interface Bridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<Output<C>>>
  /** Gives a function that stops listening. */
  on<E extends EventName>(event: E, listener: (body: EventBodies[E]) => void): () => void
  /**
   * Turns dropped files into tokens for `import:files`. A File that has no path on this machine
   * (dragged out of a page, made by a script) gives null: read its text instead.
   */
  tokensFor(files: File[]): Promise<(string | null)[]>
  readonly platform: string
}
