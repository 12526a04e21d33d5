import { shell } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import type { Context } from '../context'

/** Newer versions of Sheaf, which are looked for and fetched when the user says so. */
export function updateHandlers({
  updating
}: Context): Pick<Handlers, `update:${'check' | 'download' | 'stop'}`> {
  return {
    'update:check': () => updating.check(),
    'update:download': async () => {
      const { path, name, folder } = await updating.download()
      shell.showItemInFolder(path)
      return { name, folder }
    },
    'update:stop': () => {
      updating.stop()
    }
  }
}
