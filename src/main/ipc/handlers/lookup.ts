import type { Handlers } from '@shared/ipc/contract'
import type { Context } from '../context'

type Noun = `lookup:${'run' | 'stop' | 'apply' | 'discard'}`

/** Papers looked up on the Internet. */
export function lookupHandlers({ completing }: Context): Pick<Handlers, Noun> {
  return {
    'lookup:run': ({ ids }) => completing.run(ids),
    'lookup:stop': () => {
      completing.stop()
    },
    'lookup:apply': ({ draftId, ids }) => ({ label: completing.apply(draftId, ids) }),
    'lookup:discard': () => {
      completing.discard()
    }
  }
}
