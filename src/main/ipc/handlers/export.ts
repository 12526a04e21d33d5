import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { app, clipboard, dialog } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { words } from '@shared/messages/words'
import type { Paper } from '@shared/model/paper'
import { serialise, type ExportFormat } from '../../export/serialise'
import { writeFileAtomically } from '../../files/write-file'
import { getPapers } from '../../library/papers'
import { listIds } from '../../library/views'
import type { Context } from '../context'

type Noun = `export:${'copy' | 'file' | 'drag'}`

const dialogs: Record<ExportFormat, { name: string; extension: string; label: string }> = {
  bibtex: { name: 'refs.bib', extension: 'bib', label: 'BibTeX' },
  biblatex: { name: 'refs.bib', extension: 'bib', label: 'BibLaTeX' },
  'csl-json': { name: 'refs.json', extension: 'json', label: 'CSL-JSON' },
  ris: { name: 'refs.ris', extension: 'ris', label: 'RIS' }
}

/** Everything that takes papers out: clipboard, files, drags. */
export function exportHandlers(context: Context): Pick<Handlers, Noun> {
  const papersOf = (ids: readonly number[]): Paper[] => getPapers(context.session().db, ids)
  return {
    'export:copy': ({ ids, format }) => {
      const papers = papersOf(ids)
      const text =
        format === 'cite'
          ? `\\cite{${papers.map((paper) => paper.citationKey).join(',')}}`
          : serialise(papers, format)
      clipboard.writeText(text)
      return text
    },
    'export:file': async ({ ids, format }) => {
      const { name, extension, label } = dialogs[format]
      const { canceled, filePath } = await dialog.showSaveDialog(context.window(), {
        title: words.dialogs.exportAs(label),
        defaultPath: name,
        filters: [{ name: label, extensions: [extension] }]
      })
      if (canceled || filePath === '') return null
      const papers = papersOf(ids ?? wholeLibrary(context))
      writeFileAtomically(filePath, serialise(papers, format))
      return { fileName: basename(filePath), folder: dirname(filePath), papers: papers.length }
    },
    'export:drag': ({ ids }) => {
      const papers = papersOf(ids)
      const key = papers.length === 1 ? papers[0]?.citationKey : undefined
      const folder = temporaryFolder()
      const file = join(folder, `${key?.replace(/[^\w.+-]/g, '_') ?? 'refs'}.bib`)
      writeFileSync(file, serialise(papers, 'bibtex'))
      context.window().webContents.startDrag({ file, icon: join(context.resources, 'drag.png') })
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
