import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleDigest } from '../fixtures/digest'
import { expectNoViolations } from '../fixtures/axe'
import { expect, Sheaf, test } from '../fixtures/sheaf'

test('some papers are made into a digest, which gives the same papers, links and notes to another user', async ({
  sheaf,
  window
}) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await expect(window.title()).toContainText('LoomNet')
  await window.writeNote('Read **this** first.')
  await window.focusList()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('contentinfo')).toContainText('2 selected')
  await window.command('make a digest')
  const sheet = window.dialog()
  await expect(sheet.getByRole('combobox', { name: 'Of which papers' })).toHaveValue('selection')
  await sheet.getByRole('textbox', { name: 'Title' }).fill('For the Reading Group')
  const preview = sheet.getByRole('region', { name: 'Preview of the first papers' })
  const shown = sheet.frameLocator('iframe[title="Preview of the first papers"]')
  await expect(shown.getByRole('heading', { name: 'For the Reading Group' })).toBeVisible()
  await expect(shown.getByRole('heading', { name: /LoomNet/ })).toBeVisible()
  await expectNoViolations(window, 'a digest being made, as the page that it is')
  await sheet.getByRole('button', { name: 'Show the source' }).press('Enter')
  await expect(preview).toContainText('<h1>For the Reading Group</h1>')
  await sheet.getByRole('checkbox', { name: 'My notes' }).check()
  await expect(preview).toContainText('<strong>this</strong>')
  await sheet.getByRole('radio', { name: 'Plain text' }).check()
  await expect(preview).toContainText('    > Read **this** first.')
  await expectNoViolations(window, 'a digest being made')
  await sheet.getByRole('radio', { name: 'Web page' }).check()
  await expect(preview).toContainText('<!DOCTYPE html>')
  const file = join(sheaf.folder, 'group.html')
  await window.answerSaveDialog(file)
  await sheet.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('Digest of 2 papers written to group.html')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('LoomNet')

  const other = new Sheaf(join(sheaf.folder, 'other'))
  try {
    const theirs = await other.start()
    await theirs.importFile(file)
    await theirs.expectCount(2)
    await expect(theirs.place(/For the Reading Group/)).toBeVisible()
    await theirs.row('LoomNet').click()
    await expect(theirs.title()).toContainText('LoomNet')
    await expect(theirs.note()).toContainText('Read this first.')
    await expect(theirs.detail()).toContainText('github.com/sheaf-sample/loomnet')
  } finally {
    await other.stop()
  }
})

test('a digest is seen as the page that it is, in a frame where nothing is run, fetched or gone to', async ({
  window
}) => {
  const { page, app } = window
  await app.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      if (!url.startsWith('app:')) asked.push(url)
    })
  })
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.command('make a digest')
  const sheet = window.dialog()
  await sheet
    .getByRole('textbox', { name: 'Title' })
    .fill('<img src=https://example.org/x onerror=parent.pwned=1><script>parent.pwned=1</script>')
  const shown = sheet.frameLocator('iframe')
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(/^<img src/)
  const headers = await page.evaluate(async () => {
    const { src } = document.querySelector('iframe') ?? { src: '' }
    const { headers } = await fetch(src)
    return headers.get('content-security-policy')
  })
  expect(headers).toContain("default-src 'none'")
  expect(headers).toMatch(/sandbox allow-same-origin$/)
  // Even a script that came into the page is not run.
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentDocument
    const script = inner?.createElement('img')
    try {
      script?.setAttribute('onerror', 'parent.pwned = 1')
      script?.setAttribute('src', 'data:,')
      if (script) inner?.body.append(script)
    } catch {
      // Refused, as it should be.
    }
  })
  const address = page
    .frames()
    .find((frame) => frame.url().includes('/shown/'))
    ?.url()
  await shown.getByRole('link').first().click()
  expect(page.frames().some((frame) => frame.url() === address)).toBe(true)
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
  expect(await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([])
  // The keys are in the frame now, and Escape closes the dialog from there too.
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test("a digest is shown in the application's theme, whatever the system's", async ({ window }) => {
  const { page } = window
  // The system's own theme, not one that the test lays over it.
  await page.emulateMedia({ colorScheme: null })
  await window.importFile(sampleDigest)
  await window.focusList()
  for (const [theme, paper] of [
    ['Dark', 'rgb(23, 22, 20)'],
    ['Light', 'rgb(251, 250, 247)']
  ] as const) {
    await window.command(`Theme: ${theme}`)
    await window.command('make a digest')
    const shown = window.dialog().frameLocator('iframe')
    await expect(shown.locator('body')).toHaveCSS('background-color', paper)
    await page.keyboard.press('Escape')
    await expect(window.dialog()).toBeHidden()
  }
})

test('a tag is made into a digest from its menu, and copied', async ({ window }) => {
  const { page } = window
  await window.importFile(sampleDigest)
  await window.focusList()
  await window.addTag('looms')
  await window.place('looms').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Make a digest…' }).click()
  const sheet = window.dialog()
  await expect(sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Tag looms')
  await expect(sheet).toContainText('1 paper')
  await sheet.getByRole('radio', { name: 'Markdown' }).check()
  await expect(sheet.getByRole('region', { name: /Preview/ })).toContainText('# Tag looms')
  await sheet.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Digest of 1 paper copied: Markdown.')).toBeVisible()
  expect(await window.clipboard()).toMatch(
    /^# Tag looms\n\n\d{4}-\d\d-\d\d · 1 paper · Sheaf\n\n## 1\. /
  )
})
