import { setImmediate } from 'node:timers/promises'
import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { stepTo } from '../library/history'
import type { LibrarySession } from './session'

/** What stepping through the history needs of those around it. */
interface Surroundings {
  session: () => LibrarySession
  /** Runs what undoes or redoes something: rules leave alone what it touches. */
  passOver: <T>(work: () => T) => T
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
}

/** Stepping through the history of the library: one step at a time, which can be stopped. */
export class Stepping {
  #isStopped = true
  #running: Promise<unknown> = Promise.resolve()
  #isRunning = false

  constructor(private readonly around: Surroundings) {}

  get isRunning(): boolean {
    return this.#isRunning
  }

  /** Has all done up to a change, and nothing after it; between two transactions others have their turn. */
  step(to: number): Promise<{ done: number; of: number }> {
    if (this.#isRunning) throw new AppError('conflict', words.library.stepRuns)
    this.#isStopped = false
    this.#isRunning = true
    const running = this.#run(to).finally(() => {
      this.#isRunning = false
    })
    this.#running = running.catch(() => undefined)
    return running
  }

  /** Ends the step after the change that is being reversed. */
  stop(): void {
    this.#isStopped = true
  }

  async end(): Promise<void> {
    this.stop()
    await this.#running
  }

  async #run(to: number): Promise<{ done: number; of: number }> {
    let last = { done: 0, of: 0 }
    const steps = stepTo(this.around.session().db, to)
    for (;;) {
      const step = this.around.passOver(() => steps.next())
      if (step.done === true) break
      const progress = step.value
      last = progress
      if (progress.done === progress.of) break
      this.around.publish('journal:progressed', progress)
      await setImmediate()
      if (this.#isStopped) break
    }
    return last
  }
}
