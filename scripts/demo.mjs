// node scripts/demo.mjs [files]: the main job in the real app, from a file drop to an exported
// refs.bib. Needs the set-up done and a display; `npm start` sees to both.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { answerSaveDialog, dropFiles, openApp, takePictures } from './demo/app.mjs'
import { mainWindow } from './demo/main-window.mjs'
import { inProject, root } from './setup/project.mjs'
import { SetupError, exitWith } from './setup/words.mjs'

const out = inProject('sheaf-demo')
const library = join(out, 'library')
const bibliography = join(out, 'refs.bib')
const given = process.argv.slice(2)
const files = given.length > 0 ? given : [inProject('resources/samples/trending-papers.txt')]

const userData = mkdtempSync(join(tmpdir(), 'sheaf-demo-'))
for (const old of [library, bibliography, join(out, 'stopped.png')]) {
  rmSync(old, { recursive: true, force: true })
}
mkdirSync(library, { recursive: true })
let last = ''

await exitWith(async () => {
  const running = await openApp({ library, userData })
  try {
    await perform(running)
    return 0
  } catch (error) {
    await running.page.screenshot({ path: join(out, 'stopped.png') }).catch(() => undefined)
    throw new SetupError(
      `the run stopped after "${last}"; ${fromRoot(out)}/stopped.png shows where`,
      String(error)
    )
  } finally {
    await running.app.close()
    rmSync(userData, { recursive: true, force: true })
  }
})

/** @param {Awaited<ReturnType<typeof openApp>>} running */
async function perform(running) {
  const window = mainWindow(running.page)
  tell(`Opened Sheaf on an empty library in ${fromRoot(library)}.`)
  await dropFiles(running.page, files)
  tell(`Dropped ${files.map(fromRoot).join(', ')} on its window.`)
  tell(`The import sheet says: ${await window.importSummary()}`)
  await takePictures(running, join(out, 'import'))
  await window.closeSheet()
  const words = await window.wordsOfLast()
  tell(`Searched for "${words}": ${await window.search(words)}.`)
  tell(`Opened the first: ${await window.openFirst()}.`)
  await window.tag('to read')
  tell('Tagged it "to read".')
  await window.annotate('Read this **first**: it answers the question of last week.')
  tell('Wrote a note on it.')
  await takePictures(running, join(out, 'library'))
  await window.clearSearch()
  await answerSaveDialog(running.app, bibliography)
  await window.exportLibrary()
  tell(`Exported ${String(countEntries())} entries to ${fromRoot(bibliography)}.`)
  tell(`Pictures, light and dark: ${fromRoot(out)}/import-*.png and library-*.png.`)
  tell('Closed Sheaf; open it on a desktop with npm start.')
}

function countEntries() {
  return readFileSync(bibliography, 'utf8').match(/^@\w+\{/gm)?.length ?? 0
}

/** @param {string} path */
function fromRoot(path) {
  const short = relative(root, path)
  return short.startsWith('..') ? path : short
}

/** @param {string} line */
function tell(line) {
  last = line
  console.log(line)
}
