import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { app, clipboard } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import type { ExportOptions } from '@shared/model/export-options'
import { publisherProfiles } from '@shared/model/publisher-profiles'
import { linkTo } from '@shared/text/sheaf-link'
import type { WritableDb } from '../../database/handle'
import { referenceRuns } from '../../export/csl/reference-runs'
import type { ExportFormat } from '../../export/serialise'
import { writePiecesAtomically } from '../../files/write-file'
import { getLibrarySettings } from '../../library/library-settings'
import { getPapers } from '../../library/papers'
import { listIds } from '../../library/views'
import { exportPieces, exportText, type ExportSource } from '../../session/exporting'
import { References } from '../../session/references'
import { spawnWriter } from '../../session/writers/spawn-worker'
import type { Context } from '../context'
import { askWhatToOpen, askWhereToSave } from '../dialogs'

type Noun = `export:${'copy' | 'file' | 'drag' | 'styles' | 'add-style' | 'reference'}`

const dialogs: Record<ExportFormat, { name: string; extension: string; label: string }> = {
  bibtex: { name: 'refs.bib', extension: 'bib', label: 'BibTeX' },
  biblatex: { name: 'refs.bib', extension: 'bib', label: 'BibLaTeX' },
  'csl-json': { name: 'refs.json', extension: 'json', label: 'CSL-JSON' },
  ris: { name: 'refs.ris', extension: 'ris', label: 'RIS' },
  markdown: { name: 'references.md', extension: 'md', label: 'Markdown' }
}
/** How many references show what a style looks like. */
const shownReferences = 5

/** Everything that takes papers out: clipboard, files, drags, formatted references. */
export function exportHandlers(context: Context): Pick<Handlers, Noun> {
  const db = (): WritableDb => context.session().db
  const optionsOf = (profileId?: string): ExportOptions => {
    const profile = publisherProfiles.find(({ id }) => id === profileId)
    return { ...getLibrarySettings(db()).exporting, ...profile?.options }
  }
  const source = (): ExportSource => ({
    db: db(),
    threads: { folder: context.session().folder, spawn: spawnWriter }
  })
  const textOf = (ids: readonly number[], format: ExportFormat): Promise<string> =>
    exportText(source(), ids, format, optionsOf())
  const references = new References(join(context.resources, 'csl'))
  return {
    'export:copy': async ({ ids, format }) => {
      const keys = (): string[] => getPapers(db(), ids).map((paper) => paper.citationKey)
      let text: string
      if (format === 'cite') text = `\\cite{${keys().join(',')}}`
      else if (format === 'link') text = keys().map(linkTo).join('\n')
      else text = await textOf(ids, format)
      clipboard.writeText(text)
      return text
    },
    'export:file': async ({ ids, format, profile }) => {
      const { name, extension, label } = dialogs[format]
      const filePath = await askWhereToSave(context, {
        title: words.dialogs.exportAs(label),
        defaultPath: name,
        filters: [{ name: label, extensions: [extension] }]
      })
      if (filePath === null) return null
      const wanted = ids ?? wholeLibrary(context)
      await writePiecesAtomically(
        filePath,
        exportPieces(source(), wanted, format, optionsOf(profile))
      )
      return { fileName: basename(filePath), folder: dirname(filePath), papers: wanted.length }
    },
    'export:drag': async ({ ids }) => {
      const key = ids.length === 1 ? getPapers(db(), ids)[0]?.citationKey : undefined
      const folder = temporaryFolder()
      const file = join(folder, `${key?.replace(/[^\w.+-]/g, '_') ?? 'refs'}.bib`)
      writeFileSync(file, await textOf(ids, 'bibtex'))
      context.window().webContents.startDrag({ file, icon: join(context.resources, 'drag.png') })
    },
    'export:styles': () => references.styles(context.session().folder),
    'export:add-style': async () => {
      const file = await askWhatToOpen(context, {
        title: words.dialogs.addStyle,
        buttonLabel: words.dialogs.addStyleButton,
        filters: [{ name: words.dialogs.styleFiles, extensions: ['csl', 'xml'] }],
        properties: ['openFile']
      })
      return file === null ? null : references.add(context.session().folder, file)
    },
    'export:reference': async ({ ids, style, then }) => {
      const wanted = then === 'show' ? ids.slice(0, shownReferences) : ids
      const papers = getPapers(db(), wanted)
      const html =
        then === 'copy-text'
          ? null
          : await references.format(papers, style, context.session().folder, 'html')
      const text =
        then === 'show'
          ? null
          : await references.format(papers, style, context.session().folder, 'text')
      if (text !== null) {
        const plain = `${text.join('\n')}\n`
        if (html === null) clipboard.writeText(plain)
        else clipboard.write({ text: plain, html: html.join('\n') })
      }
      return { entries: then === 'show' ? (html ?? []).map(referenceRuns) : [] }
    }
  }
}

function wholeLibrary(context: Context): number[] {
  return listIds(context.session().db, { kind: 'library' }, { column: 'title', descending: false })
}

/** A folder for one dragged file: whoever it is dropped on copies it from there; gone when Sheaf quits. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-drag-'))
  app.once('quit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
