import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from '../fixtures/axe'
import { StandIn } from '../fixtures/services'
import { expect, test as base } from '../fixtures/sheaf'

const author = { given: 'Ada', family: 'Weber' }
const known = [
  {
    ...{ title: 'Weaving Long Contexts', author, year: 2025, venue: 'Journal of Looms' },
    ...{ doi: '10.5555/weave.1', arxiv: '2501.01234' }
  },
  {
    ...{ title: 'What Do Probes Measure in Small Models', author, year: 2023 },
    ...{ venue: 'Annals of Thread', doi: '10.5555/probe.2' }
  },
  {
    ...{ title: 'On the Colour of Common Dyes', author, year: 2024 },
    ...{ venue: 'Annals of Thread', doi: '10.5555/dye.3' }
  }
]

/** A user with four papers that lack something, and services that play on this machine. */
const test = base.extend<{ services: StandIn }>({
  services: async ({ sheaf }, use) => {
    const services = new StandIn(known)
    sheaf.environment['SHEAF_LOOKUP_AT'] = await services.start()
    await use(services)
    await services.stop()
  }
})

const entries = `
@article{weave, title = {Weaving Long Contexts}, eprint = {2501.01234}, archiveprefix = {arXiv}}
@article{probe, title = {What Do Probes Measure in Small Models}, year = 2022}
@article{dyes, title = {On the Colour of Common Dyes}, author = {Ek, Bo}, year = 2024}
@article{heard, title = {A Paper that Nobody Has Heard of}}`

test('papers are completed from the web once the user allows it: old beside new, taken or left, undone as one', async ({
  services,
  sheaf,
  window
}) => {
  test.setTimeout(90_000)
  const { page } = window
  const file = join(sheaf.folder, 'four.bib')
  writeFileSync(file, entries)
  await window.importFile(file)
  await window.expectCount(4)
  await window.focusList()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('l')

  const dialog = window.dialog()
  await expect(dialog).toContainText('arXiv, Crossref, DataCite, OpenAlex and DBLP')
  expect(services.asked).toEqual([])
  await dialog.getByRole('textbox', { name: /mail address/ }).fill('ada@')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('This is no mail address')
  await dialog.getByRole('textbox', { name: /mail address/ }).fill('ada@example.org')
  await page.keyboard.press('Enter')
  // The window stays usable meanwhile.
  await expect(page.getByRole('progressbar', { name: 'Looking up 4 papers' })).toBeVisible()
  await window.rows().first().click()
  await expect(window.title()).toBeVisible()

  await expect(dialog).toContainText('News for 2 papers', { timeout: 60_000 })
  await expectNoViolations(window, 'what was found')
  expect([...services.agents]).toEqual([
    expect.stringMatching(/^Sheaf\/.* \(mailto:ada@example\.org\)$/)
  ])
  const weave = dialog.getByRole('region', { name: 'Weaving Long Contexts' })
  await expect(weave.getByRole('table').first()).toContainText('From arXiv')
  await expect(weave.getByRole('row', { name: /Authors/ })).toContainText('Ada Weber')
  const probe = dialog.getByRole('region', { name: /What Do Probes/ })
  await expect(probe.getByRole('row', { name: /^Date/ })).toContainText('20222023')
  await expect(probe.getByRole('row', { name: /^Date/ })).toContainText('kept beside it')
  await expect(dialog).toContainText('none of the authors')
  await expect(dialog).toContainText('A Paper that Nobody Has Heard of')
  await expect(dialog).toContainText('If you are on a network that asks you to sign in, do so')
  await weave.getByRole('checkbox').uncheck()
  await dialog.getByRole('button', { name: 'Complete 1 paper' }).click()
  await expect(dialog).toBeHidden()
  await expect(window.said('1 paper completed')).toBeVisible()

  await window.row(/What Do Probes/).click()
  await expect(window.detail()).toContainText('Ada Weber')
  await expect(window.detail()).toContainText('Annals of Thread, 2022')
  await window.detail().getByText('Sources differ on date').click()
  await window.detail().getByRole('button', { name: 'Use this date: 2023' }).click()
  await expect(window.detail()).toContainText('Annals of Thread, 2023')
  await window.row(/Weaving/).click()
  await expect(window.detail()).toContainText('Not known: authors')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await window.row(/What Do Probes/).click()
  await expect(window.detail()).toContainText('Not known: authors')
  await expect(window.detail()).not.toContainText('Annals of Thread')
})

test('a look-up whose services are out says so', async ({ services, sheaf, window }) => {
  const { page } = window
  const file = join(sheaf.folder, 'one.bib')
  writeFileSync(file, '@article{heard, title = {A Paper that Nobody Has Heard of}}')
  await window.importFile(file)
  await services.stop()
  await page.evaluate(() => self.sheaf.call('settings:set', { lookups: 'asked' }))
  await page.reload()
  await window.isReady()
  await window.rows().first().click()
  await window.detail().getByRole('button', { name: 'Look up' }).click()
  await expect(window.dialog()).toContainText('Nothing new about this paper')
  await expect(window.dialog()).toContainText('it refused the connection')
  await page.keyboard.press('Escape')
  await expect(window.dialog()).toBeHidden()
  await window.expectCount(1)
})

test('a look-up that is stopped shows what it has found by then', async ({
  services,
  sheaf,
  window
}) => {
  const { page } = window
  const file = join(sheaf.folder, 'four.bib')
  writeFileSync(file, entries)
  await window.importFile(file)
  await window.focusList()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect.poll(() => services.asked.length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(window.dialog()).toContainText(/Stopped after \d of 4 papers/)
  await page.keyboard.press('Escape')
  await expect(window.dialog()).toBeHidden()
  await window.expectCount(4)
})

test('where the user wants it, papers are completed by themselves after an import', async ({
  services,
  sheaf,
  window
}) => {
  const { page } = window
  await page.keyboard.press('Control+,')
  await window.dialog().getByRole('radio', { name: 'After imports too' }).check()
  await window.closeSheet()
  const file = join(sheaf.folder, 'one.bib')
  writeFileSync(
    file,
    '@article{w, title = {Weaving Long Contexts}, eprint = {2501.01234}, archiveprefix = {arXiv}}'
  )
  await window.importFile(file)
  await expect(window.said('1 of 1 incomplete paper completed from the web')).toBeVisible({
    timeout: 20_000
  })
  await expect(window.detail()).toContainText('Ada Weber')
  await expect(page.getByRole('contentinfo')).toContainText('Last: completion of a paper')
  expect(services.asked.length).toBeGreaterThan(0)
})
