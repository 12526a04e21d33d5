import { basename, dirname } from 'node:path'
import { clipboard } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import type { OwnDigestFormat } from '@shared/model/own-digest-formats'
import { writePiecesAtomically } from '../../files/write-file'
import { shownFolder } from '../../app/origin'
import { makeOwnDigest } from '../../session/own-digests'
import type { Context } from '../context'
import { askWhereToSave } from '../dialogs'

const files: Record<OwnDigestFormat, { extension: string; label: string }> = {
  html: { extension: 'html', label: 'HTML' },
  markdown: { extension: 'md', label: 'Markdown' },
  text: { extension: 'txt', label: 'Text' },
  eml: { extension: 'eml', label: 'Mail' },
  atom: { extension: 'atom', label: 'Atom' }
}
/** So much of a digest is looked at before it is made. */
const previewed = 12

/** Digests of one's own: looked at, copied, saved. */
export function ownDigestHandlers(context: Context): Pick<Handlers, 'digest:make'> {
  return {
    'digest:make': async ({ ids, then, format, ...content }) => {
      const make = (some: readonly number[]): Promise<string[]> =>
        makeOwnDigest(context.session().db, {
          ...{ ...content, ids: some, format, from: context.settings.preferences.contact },
          date: new Date().toLocaleDateString('sv')
        })
      if (then === 'preview') {
        const text = (await make(ids.slice(0, previewed))).join('')
        const page = format === 'html' ? `${shownFolder}${context.shownPages.show(text)}` : ''
        return { text, page, file: null }
      }
      if (then === 'copy') {
        const text = (await make(ids)).join('')
        if (format === 'html') clipboard.write({ html: text, text })
        else clipboard.writeText(text)
        return { text: '', page: '', file: null }
      }
      const { extension, label } = files[format]
      const filePath = await askWhereToSave(context, {
        title: words.dialogs.exportAs(label),
        defaultPath: `${nameOf(content.title)}.${extension}`,
        filters: [{ name: label, extensions: [extension] }]
      })
      if (filePath === null) return null
      await writePiecesAtomically(filePath, await make(ids))
      return {
        text: '',
        page: '',
        file: { fileName: basename(filePath), folder: dirname(filePath) }
      }
    }
  }
}

/** A title as the name of a file, on any system. */
function nameOf(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .-]+|[ .-]+$/g, '')
  return name.slice(0, 80) || 'digest'
}
