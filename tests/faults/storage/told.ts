import { answer } from '../../../src/main/ipc/answer'
import { redo, undo } from '../../../src/main/library/journal'
import { ProjectFailure } from '../../../src/main/latex/failure'
import type { ErrorBody } from '../../../src/shared/ipc/error'
import type { Flow, State } from './flows'

/** What the window is told of something that was done; null where it went well. */
export async function told(act: () => void | Promise<void>): Promise<ErrorBody | null> {
  const handlers = {
    'backup:list': async (): Promise<void> => {
      try {
        await act()
      } catch (error) {
        // A linked project shows the sentence; what it is about is told by what it came of.
        throw error instanceof ProjectFailure ? (error.cause ?? error) : error
      }
    }
  }
  const reply = await answer(handlers as never, 'backup:list', undefined, false)
  return reply.ok ? null : reply.error
}

/**
 * Whether what failed has changed nothing of what there was. A `.bib` may have been written, and only what is
 * remembered of it not: then the next try, for which nothing may be in the way, leaves the same file.
 */
export async function hasChangedNothing(flow: Flow, before: State): Promise<boolean> {
  const now = flow.state()
  if (isSame(now, before)) return true
  if (flow.name !== 'export' || now.library !== before.library) return false
  await flow.next()
  return flow.state().bib === now.bib
}

/**
 * Whether what was told as failed is there all the same, and whole: a commit that was written into the log and then
 * not flushed is found there if the log could not be emptied either. One step back there is what was before.
 */
export function isThereWhole(flow: Flow, before: State): boolean {
  if (flow.name === 'migrate' || undo(flow.db) === null) return false
  const isBack = isSame(flow.state(), before)
  redo(flow.db)
  return isBack
}

export function isSame(a: State, b: State): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
