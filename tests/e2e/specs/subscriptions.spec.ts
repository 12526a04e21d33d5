import { expectNoViolations } from '../fixtures/axe'
import { Feeds } from '../fixtures/feeds'
import { expect, test as base } from '../fixtures/sheaf'

/** A user with an empty library, and feeds that play on this machine. */
const test = base.extend<{ feeds: Feeds }>({
  feeds: async ({ sheaf }, use) => {
    const feeds = new Feeds()
    sheaf.environment['SHEAF_LOOKUP_AT'] = await feeds.start()
    await use(feeds)
    await feeds.stop()
  }
})

test('a feed is subscribed to by its address, brings its papers into the Inbox, and holds back what it shall', async ({
  feeds,
  window
}) => {
  const { page } = window
  feeds.titles.set('/feed', ['Graphs and looms', 'Quantum graphs', 'Trees and dyes'])
  await window.place('Subscriptions').click()
  const dialog = window.dialog()
  await expect(dialog).toContainText('nobody is asked')
  await dialog.getByRole('button', { name: 'Add…' }).click()
  await dialog.getByRole('textbox', { name: 'Address' }).first().fill('what is this')
  await expect(dialog).toContainText('no address that Sheaf knows')
  await dialog.getByRole('textbox', { name: 'Address' }).first().fill('cs.LG')
  await expect(dialog.getByRole('textbox', { name: 'Query' })).toHaveValue('cat:cs.LG')
  await dialog.getByRole('textbox', { name: 'Address' }).first().fill(`${feeds.address}/feed`)
  await expect(dialog.getByRole('textbox', { name: 'Address of the feed or page' })).toHaveValue(
    `${feeds.address}/feed`
  )
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The Loom')
  await dialog.getByRole('textbox', { name: 'Never' }).fill('quantum')
  await expectNoViolations(window, 'new subscription')
  await page.keyboard.press('Enter')

  const row = dialog.getByRole('listitem').filter({ hasText: 'The Loom' })
  // It is asked by itself, once the start is over.
  await expect(row).toContainText('2 new, 1 held back', { timeout: 30_000 })
  await expect(row).toContainText('Next: ')
  await expectNoViolations(window, 'subscriptions')

  await row.getByRole('button', { name: 'Edit “The Loom”' }).click()
  await expect(dialog).toContainText('Of the last 3 papers, 2 would come in.')
  await dialog.getByRole('textbox', { name: 'Only' }).fill('trees or quantum')
  await dialog.getByRole('textbox', { name: 'Never' }).fill('')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Graphs and looms' })).toContainText(
    'held back'
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Quantum graphs' })).toContainText(
    'comes in'
  )
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toBeVisible()

  feeds.titles.delete('/feed')
  await row.getByRole('button', { name: 'Fetch “The Loom” now' }).click()
  await expect(row).toContainText('there is nothing at that address; check it.')
  await row.getByRole('button', { name: 'The last times that “The Loom” was asked' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Back' }).click()

  await row.getByRole('button', { name: 'Pause “The Loom”' }).click()
  await expect(row).toContainText('Paused')
  await row.getByRole('button', { name: 'Remove “The Loom”' }).click()
  await expect(row).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Paused')
  await dialog.getByRole('button', { name: 'Done' }).click()

  await window.place(/^Inbox/).click()
  await window.expectCount(2)
  await expect(window.row('Graphs and looms')).toBeVisible()
  await expect(window.row('Trees and dyes')).toBeVisible()
})

test('what a filter held back is listed with the reason, taken in by keys, and held back again after an undo', async ({
  feeds,
  window
}) => {
  const { page } = window
  feeds.titles.set('/feed', ['Graphs and looms', 'Quantum graphs', 'Quantum dyes'])
  await window.place('Subscriptions').click()
  const dialog = window.dialog()
  await dialog.getByRole('button', { name: 'Add…' }).click()
  await dialog.getByRole('textbox', { name: 'Address' }).first().fill(`${feeds.address}/feed`)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The Loom')
  await dialog.getByRole('textbox', { name: 'Never' }).fill('quantum')
  await page.keyboard.press('Enter')
  const row = dialog.getByRole('listitem').filter({ hasText: 'The Loom' })
  await expect(row).toContainText('1 new, 2 held back', { timeout: 30_000 })

  await row.getByRole('button', { name: 'Held back from “The Loom”' }).press('Enter')
  const held = dialog.getByRole('list', { name: 'Papers held back' }).getByRole('listitem')
  await expect(held).toHaveCount(2)
  await expect(held.first()).toContainText('What “Never” asks for')
  await expectNoViolations(window, 'what is held back')
  await dialog.getByRole('button', { name: 'Take in “Quantum graphs”' }).press('Enter')
  await expect(held).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'Take in “Quantum dyes”' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(held).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Take in all 2' }).click()
  await expect(dialog).toContainText('Nothing is held back.')
  await dialog.getByRole('button', { name: 'Back' }).click()
  await expect(row).toContainText('3 papers so far')
  await expect(row).not.toContainText('held back from')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.place(/^Inbox/).click()
  await window.expectCount(3)
  await expect(window.row('Quantum graphs')).toBeVisible()
})

test('a paper that two subscriptions name is one row that says so; subscriptions are there again after a start', async ({
  feeds,
  sheaf,
  window
}) => {
  feeds.titles.set('/one', ['Graphs and looms'])
  feeds.titles.set('/two', ['Graphs and looms', 'Trees and dyes'])
  await window.command('go to subscriptions')
  const dialog = window.dialog()
  await expect(dialog.getByRole('heading', { name: 'Subscriptions' })).toBeVisible()
  const opml = ['One', 'Two'].map(
    (name) => `<outline text="${name}" xmlUrl="${feeds.address}/${name.toLowerCase()}"/>`
  )
  await dialog.getByRole('button', { name: 'Add…' }).click()
  const field = dialog.getByRole('textbox', { name: 'Address' }).first()
  await field.waitFor()
  await field.fill(`<opml version="2.0"><body>${opml.join('')}</body></opml>`)
  await dialog.getByRole('button', { name: 'Subscribe to 2 feeds' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Two' })).toContainText('1 new', {
    timeout: 30_000
  })
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.place(/^Inbox/).click()
  await window.expectCount(2)
  await expect(window.row('Graphs and looms')).toContainText('named by One and Two')
  await expect(window.row('Trees and dyes')).not.toContainText('named by')

  const again = await sheaf.restart()
  await again.place('Subscriptions').click()
  await expect(again.dialog().getByRole('listitem')).toHaveCount(2)
})
