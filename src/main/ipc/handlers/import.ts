import { basename, join } from 'node:path'
import { dialog } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import type { ParseRequest } from '../../import/parse-request'
import type { Context } from '../context'

type Noun = `import:${'files' | 'text' | 'choose' | 'sample' | 'cancel'}`

/** Everything that brings papers in. */
export function importHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'import:files': ({ tokens }) => context.runImport(filesAt(context.dropped.take(tokens))),
    'import:text': ({ text, name }) => context.runImport([{ text, name }]),
    'import:choose': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(context.window(), {
        title: 'Import',
        buttonLabel: 'Import',
        properties: ['openFile', 'multiSelections']
      })
      return canceled || filePaths.length === 0 ? null : context.runImport(filesAt(filePaths))
    },
    'import:sample': () =>
      context.runImport(filesAt([join(context.resources, 'samples', 'trending-papers.txt')])),
    'import:cancel': () => {
      context.cancelImport()
    }
  }
}

/** Requests to read files, known to the user by their names. */
export function filesAt(paths: readonly string[]): ParseRequest[] {
  return paths.map((path) => ({ path, name: basename(path) }))
}
