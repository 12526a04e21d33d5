import { shell } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { latexProject } from '../../library/latex-projects'
import type { Context } from '../context'
import { askWhatToOpen, askWhereToSave } from '../dialogs'

type Noun =
  | `project:${'list' | 'get' | 'link' | 'set' | 'choose-bib' | 'unlink' | 'write' | 'write-all'}`
  | `project:${'fix' | 'open' | 'preview-key' | 'preview-keys'}`
  | `cite:${'done' | 'cancel'}`

/** Linked LaTeX projects, and citations on their way into an editor. */
export function latexHandlers(context: Context): Pick<Handlers, Noun> {
  const { citing } = context
  return {
    'project:list': async () => (await context.projects()).list(),
    'project:get': async ({ id }) => (await context.projects()).get(id),
    'project:link': async ({ kind }) => {
      const path = await askWhatToOpen(context, {
        title: kind === 'folder' ? words.latex.folderDialog : words.latex.fileDialog,
        buttonLabel: words.latex.link,
        ...(kind === 'folder'
          ? { properties: ['openDirectory'] }
          : { properties: ['openFile'], filters: [{ name: 'LaTeX', extensions: ['tex', 'ltx'] }] })
      })
      return path === null ? null : { id: await (await context.projects()).link(path) }
    },
    'project:set': async ({ id, bib, dialect, source, paused }) => {
      const projects = await context.projects()
      // A path is not taken from the window, but chosen among those that the project offers.
      if (bib !== undefined && !(await projects.get(id)).candidates.includes(bib))
        throw new AppError('invalid-input', words.latex.noFile(bib))
      return {
        label: projects.set(id, {
          ...(bib === undefined ? {} : { bib }),
          ...(dialect === undefined ? {} : { dialect }),
          ...(source === undefined ? {} : { source }),
          ...(paused === undefined ? {} : { paused })
        })
      }
    },
    'project:choose-bib': async ({ id }) => {
      const projects = await context.projects()
      const project = latexProject(context.session().db, id)
      const filePath = await askWhereToSave(context, {
        title: words.latex.bibDialog,
        buttonLabel: words.latex.keepThis,
        defaultPath: project.bib === '' ? projects.newBib(id) : project.bib,
        filters: [{ name: 'BibTeX', extensions: ['bib'] }],
        // What the file holds is kept.
        properties: ['dontAddToRecent']
      })
      if (filePath === null) return { label: null }
      return { label: projects.set(id, { bib: filePath }) }
    },
    'project:unlink': async ({ id }) => ({ label: (await context.projects()).unlink(id) }),
    'project:write': async ({ id }): Promise<undefined> => {
      await (await context.projects()).write(id)
    },
    'project:write-all': async (): Promise<undefined> => {
      await (await context.projects()).writeAll()
    },
    'project:fix': async ({ id, fix }): Promise<undefined> => {
      await (await context.projects()).fix(id, fix)
    },
    'project:open': async ({ id, ...place }): Promise<undefined> => {
      if (!(await context.projects()).holds(id, place.file))
        throw new AppError('not-found', words.latex.noFileNow(place.file))
      const { invoke, openingAt } = await import('../../latex/editors')
      const opening = openingAt(context.settings.preferences.editor, place)
      if (opening !== null) await invoke(opening)
      else {
        const failure = await shell.openPath(place.file)
        if (failure !== '')
          throw new AppError('unsupported', words.latex.noProgram(place.file), {
            detail: failure
          })
      }
    },
    'project:preview-key': async ({ paperId, key }) =>
      (await context.projects()).previewKey(paperId, key),
    'project:preview-keys': async ({ ids }) => (await context.projects()).previewKeys(ids),
    'cite:done': ({ ids, style, push }) => citing.done(ids, style, push),
    'cite:cancel': (): undefined => {
      citing.cancel()
    }
  }
}
