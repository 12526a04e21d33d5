import { basename } from 'node:path'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import { writeFileAtomically } from '../../files/write-file'
import type { Context } from '../context'
import { askWhereToSave } from '../dialogs'

type Noun = `picture:${'map' | 'facts' | 'lay-out' | 'rising' | 'with-word' | 'save'}`

/** Pictures of the library: the map of its topics, what came when, and terms that rise. */
export function pictureHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'picture:map': async () => (await context.pictures()).map(),
    'picture:facts': async () => (await context.pictures()).facts(),
    'picture:lay-out': async (): Promise<undefined> => {
      ;(await context.pictures()).layOutAnew()
    },
    'picture:rising': async ({ span }) => (await context.pictures()).rising(span),
    'picture:with-word': ({ word }) => context.session().papersWith(word),
    'picture:save': async (picture) => {
      const { format, name } = picture
      const filePath = await askWhereToSave(context, {
        title: words.dialogs.exportAs(format.toUpperCase()),
        defaultPath: `${name}.${format}`,
        filters: [{ name: format.toUpperCase(), extensions: [format] }]
      })
      if (filePath === null) return null
      writeFileAtomically(filePath, picture.format === 'svg' ? picture.text : picture.bytes)
      return { fileName: basename(filePath) }
    }
  }
}
