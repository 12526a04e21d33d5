import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { expectNoViolations } from '../fixtures/axe'
import type { MainWindow } from '../pages/main-window'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

const screenshots = process.env['SHEAF_SCREENSHOTS']

/** Answers the next open dialogs with this path. */
async function answerOpenDialog(window: MainWindow, path: string): Promise<void> {
  await window.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** A project that cites one paper of the sample digest, with entries of its own. */
function makeProject(folder: string): string {
  const project = join(folder, 'looms')
  mkdirSync(join(project, 'chapters'), { recursive: true })
  writeFileSync(
    join(project, 'main.tex'),
    `\\documentclass{article}
\\begin{document}
As \\cite{loomnet-weaving-sparse} shows, and \\citet{own2020} before. % \\cite{nothing}
\\input{chapters/method}
\\bibliographystyle{plain}
\\bibliography{refs}
\\end{document}
`
  )
  writeFileSync(join(project, 'chapters', 'method.tex'), 'A method.\n')
  writeFileSync(join(project, 'refs.bib'), ownEntry)
  return project
}

const ownEntry = '% mine\n@Misc{ own2020,\n   title = "By hand" }\n'

test.beforeEach(async ({ window }) => {
  await window.importFile(sampleDigest)
  await window.focusList()
})

test('a linked project’s .bib follows its text; a key is changed everywhere, and put back', async ({
  sheaf,
  window
}) => {
  const project = makeProject(sheaf.folder)
  const read = (name: string): string => readFileSync(join(project, name), 'utf8')
  await answerOpenDialog(window, project)
  await window.command('Link a LaTeX folder')
  const sheet = window.dialog()
  await expect(sheet).toContainText('Up to date')
  await expect(sheet.getByRole('table', { name: 'Entries (2)' })).toContainText('LoomNet')
  await expect.poll(() => read('refs.bib')).toContain('@misc{loomnet-weaving-sparse,')
  expect(read('refs.bib').startsWith(ownEntry)).toBe(true)
  await expect(sheet).toContainText('refs.bib has an entry that the library does not have')

  // A paper more is cited in the editor: the .bib follows.
  writeFileSync(
    join(project, 'chapters', 'method.tex'),
    'A method \\cite{probes-measure-separating,\n  missing2020}.\n'
  )
  await expect(sheet).toContainText('missing2020 is cited, and neither the .bib nor the library')
  expect(read('refs.bib')).toContain('{probes-measure-separating,')
  await expect(
    sheet.getByRole('button', { name: 'Open chapters/method.tex at line 2' })
  ).toBeVisible()
  await expectNoViolations(window, 'LaTeX project')
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(window.place(/looms/)).toContainText('1')

  // Its key is changed, in the library and in every file.
  await window.row('What Do Probes Measure?').click()
  await window.detail().getByRole('button', { name: 'Change the citation key' }).click()
  await window.dialog().getByRole('textbox').fill('probes2026')
  await expect(window.dialog().getByRole('list', { name: 'Places' })).toContainText(
    '\\cite{probes2026,'
  )
  await expectNoViolations(window, 'changing a key')
  await window.dialog().getByRole('button', { name: 'Save' }).click()
  await expect(window.dialog()).toBeHidden()
  await expect(window.said('2 files changed with it.')).toBeVisible()
  expect(read('chapters/method.tex')).toContain('\\cite{probes2026,\n')
  await expect.poll(() => read('refs.bib')).toContain('{probes2026,')
  expect(read('refs.bib')).not.toContain('probes-measure-separating')

  await window.focusList()
  await window.page.keyboard.press('Control+z')
  await expect
    .poll(() => read('chapters/method.tex'))
    .toContain('\\cite{probes-measure-separating,')
  await expect.poll(() => read('refs.bib')).toContain('{probes-measure-separating,')
  expect(read('refs.bib').startsWith(ownEntry)).toBe(true)

  // It is there after a restart, and unlinking it is undone like anything else.
  const again = await sheaf.restart()
  await again.place(/looms/).click()
  await expect(again.dialog()).toContainText('Up to date')
  await again.dialog().getByRole('button', { name: 'Unlink' }).click()
  await expect(again.place(/looms/)).toHaveCount(0)
  await again.focusList()
  await again.page.keyboard.press('Control+z')
  await expect(again.place(/looms/)).toBeVisible()
})

test('a linked project’s .bib holds a collection, or what a saved search finds; an entry nothing cites is taken out', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.row('What Do Probes Measure?').click()
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: 'Find' }).fill('Thesis')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Thesis/)).toContainText('1')
  await window.search().fill('loomnet')
  await page.keyboard.press('Control+Shift+S')
  await window.dialog().getByRole('textbox').first().fill('Looms')
  await page.keyboard.press('Enter')
  await expect(window.place(/^Looms/)).toBeVisible()

  const project = makeProject(sheaf.folder)
  const read = (): string => readFileSync(join(project, 'refs.bib'), 'utf8')
  writeFileSync(join(project, 'refs.bib'), `${ownEntry}@misc{idle, title = "Idle"}\n`)
  await answerOpenDialog(window, project)
  await window.command('Link a LaTeX folder')
  const sheet = window.dialog()
  await expect(sheet).toContainText('Up to date')
  const holds = sheet.getByRole('combobox', { name: 'What it holds' })
  await holds.selectOption('Papers in Thesis')
  await expect.poll(read).toContain('{probes-measure-separating,')
  expect(read()).not.toContain('{loomnet-weaving-sparse,')
  await holds.selectOption('What “Looms” finds')
  await expect.poll(read).toContain('{loomnet-weaving-sparse,')
  expect(read()).not.toContain('{probes-measure-separating,')

  await expect(sheet).toContainText('idle was written by hand and is not cited')
  await sheet.getByRole('button', { name: 'Take it out' }).click()
  await expect(sheet).not.toContainText('idle was written by hand')
  expect(read().startsWith(ownEntry)).toBe(true)
  expect(read()).not.toContain('idle')
  await sheet.getByRole('button', { name: 'Done' }).click()
  await window.focusList()
  await page.keyboard.press('Control+z')
  await expect.poll(read).toContain('@misc{idle, title = "Idle"}')
})

test('the document of a linked project is built with what is kept for it', async ({
  sheaf,
  window
}) => {
  const hasTex = ['pdflatex', 'bibtex'].every(
    (program) => spawnSync(program, ['--version']).status === 0
  )
  test.skip(!hasTex, 'pdflatex and bibtex are not installed here.')
  const project = makeProject(sheaf.folder)
  await answerOpenDialog(window, project)
  await window.command('Link a LaTeX folder')
  await expect(window.dialog()).toContainText('Up to date')
  for (const [program, ...args] of [
    ['pdflatex', '-interaction=nonstopmode', '-no-shell-escape', 'main'],
    ['bibtex', 'main'],
    ['pdflatex', '-interaction=nonstopmode', '-no-shell-escape', 'main']
  ] as const)
    spawnSync(program, args, { cwd: project })
  expect(readFileSync(join(project, 'main.bbl'), 'utf8')).toContain('LoomNet')
  expect(readFileSync(join(project, 'main.log'), 'latin1')).not.toContain(
    "Citation `loomnet-weaving-sparse' on page 1 undefined on input line 3.\n\n\nLaTeX Warning: There were undefined"
  )
})

test('papers are picked and cited by keys alone', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('Control+Shift+K')
  const field = window.dialog().getByRole('combobox', { name: 'Find papers to cite' })
  await expect(field).toBeFocused()
  await page.keyboard.type('loomnet')
  await expect(window.dialog().getByRole('option').first()).toContainText('LoomNet')
  await page.keyboard.press('Tab')
  await page.keyboard.type('probes measure')
  await expect(window.dialog().getByRole('option').first()).toContainText('What Do Probes')
  await page.keyboard.press('Tab')
  await window.dialog().getByRole('combobox', { name: 'Command' }).fill('citep')
  await expect(window.dialog().getByRole('status').last()).toContainText(
    '\\citep{loomnet-weaving-sparse,probes-measure-separating}'
  )
  await field.focus()
  await page.keyboard.press('Enter')
  await expect(window.dialog()).toBeHidden()
  await expect
    .poll(() => window.clipboard())
    .toBe('\\citep{loomnet-weaving-sparse,probes-measure-separating}')
})

test('an editor’s plug-in asks for a citation, and gets what is picked', async ({ window }) => {
  const { page } = window
  await page.keyboard.press('Control+,')
  const settings = window.dialog()
  await settings.getByRole('spinbutton', { name: 'Port' }).waitFor({ state: 'detached' })
  await settings.getByRole('radio', { name: 'With a token' }).check()
  await settings.getByRole('spinbutton', { name: 'Port' }).fill('23987')
  await settings.getByRole('spinbutton', { name: 'Port' }).blur()
  await expect(settings.getByRole('textbox', { name: 'Address for the plug-in' })).toHaveValue(
    /^http:\/\/127\.0\.0\.1:23987\/better-bibtex\/cayw\?format=latex&token=[\w-]{24}$/
  )
  const address = await settings
    .getByRole('textbox', { name: 'Address for the plug-in' })
    .inputValue()
  await settings.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => ask(`${address}&probe=true`).catch(() => null)).toEqual([200, 'ready'])
  expect((await ask(address.replace(/token=.*/, 'token=wrong')))[0]).toBe(401)
  expect((await ask(address, { origin: 'https://example.org' }))[0]).toBe(403)

  const answer = ask(`${address}&command=autocite`)
  const field = window.dialog().getByRole('combobox', { name: 'Find papers to cite' })
  await expect(field).toBeFocused()
  await page.keyboard.type('loomnet')
  await expect(window.dialog().getByRole('option').first()).toContainText('LoomNet')
  await page.keyboard.press('Enter')
  expect(await answer).toEqual([200, '\\autocite{loomnet-weaving-sparse}'])

  const cancelled = ask(address)
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await cancelled).toEqual([200, ''])
})

for (const theme of ['light', 'dark'] as const)
  test(`the views look as they should, ${theme}`, async ({ sheaf, window }) => {
    test.skip(
      screenshots === undefined,
      'Pictures are taken where SHEAF_SCREENSHOTS names a folder.'
    )
    const { page } = window
    const project = makeProject(sheaf.folder)
    writeFileSync(
      join(project, 'chapters', 'method.tex'),
      '\\cite{probes-measure-separatin,nobody}'
    )
    await page.emulateMedia({ colorScheme: theme })
    await answerOpenDialog(window, project)
    for (const [width, height] of [
      [1440, 900],
      [900, 600]
    ] as const) {
      await window.app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
        [width, height] as [number, number]
      )
      const take = (name: string): Promise<unknown> =>
        page.screenshot({ path: join(screenshots ?? '', `${name}-${theme}-${String(width)}.png`) })
      if (width === 1440) await window.command('Link a LaTeX folder')
      else await window.place(/looms/).click()
      await expect(window.dialog()).toContainText('nobody is cited')
      await take('project')
      await window.dialog().getByRole('button', { name: 'Done' }).click()
      await take('sidebar')
      await page.keyboard.press('Control+Shift+K')
      await page.keyboard.type('loom')
      await expect(window.dialog().getByRole('option').first()).toContainText('LoomNet')
      await take('picker')
      await page.keyboard.press('Escape')
      await window.row('LoomNet').click()
      await window.detail().getByRole('button', { name: 'Change the citation key' }).click()
      await window.dialog().getByRole('textbox').fill('loomnet2026')
      await expect(window.dialog().getByRole('list', { name: 'Places' })).toBeVisible()
      await take('rename')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+,')
      await window.dialog().getByRole('radio', { name: 'With a token' }).scrollIntoViewIfNeeded()
      await take('settings')
      await page.keyboard.press('Escape')
    }
  })

/** Status and text of an answer. */
function ask(address: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => {
        resolve([response.statusCode ?? 0, text])
      })
    }).on('error', reject)
  })
}
