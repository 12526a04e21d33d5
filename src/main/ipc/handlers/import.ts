import { basename, join } from 'node:path'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import type { ParseRequest } from '../../import/parse-request'
import type { ImportOrigin } from '@shared/model/import-origins'
import type { Context } from '../context'
import { askWhichToOpen } from '../dialogs'

type Noun =
  | `import:${'files' | 'text' | 'choose' | 'choose-from' | 'sample' | 'cancel'}`
  | `import:${'page' | 'fields' | 'correct' | 'set-date' | 'reread' | 'apply' | 'discard'}`

/** Everything that brings papers in. */
export function importHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'import:files': ({ tokens, target }) =>
      context.importing.run(filesAt(context.dropped.take(tokens)), target),
    'import:text': ({ text, name, target }) => context.importing.run([{ text, name }], target),
    'import:choose': async () => {
      const paths = await askWhichToOpen(context, {
        title: words.dialogs.import,
        buttonLabel: words.dialogs.import,
        properties: ['openFile', 'multiSelections']
      })
      return paths.length === 0 ? null : context.importing.run(filesAt(paths))
    },
    'import:choose-from': async ({ from }) => {
      const extensions = extensionsOf[from]
      const paths = await askWhichToOpen(context, {
        title: words.dialogs.import,
        buttonLabel: words.dialogs.import,
        ...(extensions === null
          ? { properties: ['openDirectory' as const] }
          : {
              filters: [
                { name: words.dialogs.references, extensions },
                { name: words.dialogs.allFiles, extensions: ['*'] }
              ],
              properties: ['openFile' as const, 'multiSelections' as const]
            })
      })
      return paths.length === 0 ? null : context.importing.run(filesAt(paths))
    },
    'import:sample': () =>
      context.importing.run(filesAt([join(context.resources, 'samples', 'trending-papers.txt')])),
    'import:cancel': () => {
      context.importing.cancel()
    },
    'import:page': ({ draftId, digest, from }) => context.importing.page(draftId, digest, from),
    'import:fields': ({ draftId, digest, index }) =>
      context.importing.fields(draftId, digest, index),
    'import:correct': ({ draftId, ...what }) => context.importing.correct(draftId, what),
    'import:set-date': ({ draftId, digest, date }) =>
      context.importing.setDate(draftId, digest, date),
    'import:reread': ({ draftId, file, format }) => context.importing.reread(draftId, file, format),
    'import:apply': ({ draftId }) => context.importing.apply(draftId),
    'import:discard': () => {
      context.importing.discard()
    }
  }
}

/** What the files are called that programs write their papers into; null for a folder. */
const extensionsOf: Record<ImportOrigin, string[] | null> = {
  zotero: ['json', 'bib', 'ris'],
  jabref: ['bib'],
  mendeley: ['bib', 'ris', 'xml'],
  folder: null
}

/** Requests to read files, known to the user by their names. */
export function filesAt(paths: readonly string[]): ParseRequest[] {
  return paths.map((path) => ({ path, name: basename(path) }))
}
