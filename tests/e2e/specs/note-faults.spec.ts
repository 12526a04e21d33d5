import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

/** Lives of the app, each ended by a kill; `npm run faults:notes` asks for more. */
const lives = Number(process.env['SHEAF_FAULTS'] ?? '10')
const seed = Number(process.env['SHEAF_FAULTS_SEED'] ?? '1')
/** So many papers of the sample digest are written about. */
const papers = 6

/** What is known of one paper's note. */
interface Known {
  /** The text that was shown as saved last. */
  saved: string
  /** What was in the field since: any of it may be on disk too. */
  since: string[]
  /** Every text that was ever shown as saved. */
  ever: Set<string>
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What the window shows at this instant: the paper, its field, and what it says of it. */
function look(page: Page): Promise<{ title: string; text: string; isSaved: boolean } | null> {
  return page.evaluate(() => {
    const area = document.querySelector<HTMLTextAreaElement>('#paper textarea')
    const title = document.querySelector('#paper h1')
    const status = document.querySelector('#paper section [role=status]')
    if (area === null || title === null) return null
    return {
      title: title.textContent.trim(),
      text: area.value,
      isSaved: status?.textContent.trim().startsWith('Saved') === true
    }
  })
}

/** Each paper's note as it is on disk, and all that it ever was. */
function notesOnDisk(page: Page): Promise<{ title: string; body: string; former: string[] }[]> {
  return page.evaluate(async (most) => {
    const call = async <T>(channel: string, input: unknown): Promise<T> => {
      const ask = self.sheaf.call.bind(self.sheaf) as (
        channel: string,
        input: unknown
      ) => Promise<{ ok: true; value: unknown } | { ok: false; error: { message: string } }>
      const reply = await ask(channel, input)
      if (!reply.ok) throw new Error(reply.error.message)
      return reply.value as T
    }
    const asked = {
      ...{ view: { kind: 'library' }, query: '', byMeaning: false },
      ...{ sort: { column: 'title', descending: false }, group: 'none' }
    }
    const { ids } = await call<{ ids: number[] }>('paper:list', asked)
    const found = []
    for (const id of ids.slice(0, most)) {
      const paper = await call<{ title: string; note: { body: string } }>('paper:get', { id })
      const versions = await call<{ id: number }[]>('note:versions', { paperId: id })
      const former = []
      for (const version of versions)
        former.push(await call<string>('note:version', { paperId: id, versionId: version.id }))
      found.push({ title: paper.title, body: paper.note.body, former })
    }
    return found
  }, papers)
}

test(`no character of a note that was shown as saved is missing after ${String(lives)} kills`, async ({
  sheaf
}) => {
  test.setTimeout(120_000 + lives * 30_000)
  const random = randomFrom(seed)
  const upTo = (n: number): number => Math.floor(random() * n)
  const known = new Map<string, Known>()
  let looks = 0

  const observe = async (page: Page): Promise<void> => {
    const seen = await look(page)
    if (seen === null) return
    const note = known.get(seen.title)
    if (note === undefined) return
    if (seen.isSaved) {
      looks++
      note.saved = seen.text
      note.since = []
      if (seen.text !== '') note.ever.add(seen.text)
    } else note.since.push(seen.text)
  }

  const check = async (page: Page, life: number): Promise<void> => {
    for (const { title, body, former } of await notesOnDisk(page)) {
      // What is shown of it is written otherwise in the title itself.
      if (/[\\^$_]/.test(title)) continue
      const note = known.get(title)
      if (note === undefined) {
        known.set(title, { saved: body, since: [], ever: new Set() })
        continue
      }
      expect([note.saved, ...note.since], `${title}, life ${String(life)}`).toContain(body)
      for (const text of note.ever) expect(former, `history of ${title}`).toContain(text)
      note.saved = body
      note.since = []
    }
  }

  const first = await sheaf.start()
  await first.importFile(sampleDigest)
  await check(first.page, 0)
  const titles = [...known.keys()]
  for (let life = 1; life <= lives; life++) {
    const window = life === 1 ? first : await sheaf.start()
    const { page } = window
    await check(page, life)
    for (let step = 2 + upTo(5); step > 0; step--) {
      const title = titles[upTo(titles.length)] ?? ''
      await window.row(title.slice(0, 30)).click()
      await expect(window.title()).toContainText(title.slice(0, 30))
      await window.focusList()
      await page.keyboard.press('n')
      await expect(window.note().getByRole('textbox')).toBeFocused()
      for (let stroke = 1 + upTo(6); stroke > 0; stroke--) {
        const what = random()
        if (what < 0.6) await page.keyboard.type(`word${String(upTo(1000))} `)
        else if (what < 0.7) await page.keyboard.press('Enter')
        else if (what < 0.8) await page.keyboard.press('Control+Backspace')
        else if (what < 0.9) await page.keyboard.press('Control+z')
        else await after(upTo(700))
        await observe(page)
      }
      if (random() < 0.4) {
        await expect(window.note().getByRole('status')).toHaveText(/^(Saved.*)?$/)
        await observe(page)
      }
      if (random() < 0.3) await page.keyboard.press('Escape')
    }
    // At any moment of a save, and before and after it.
    await after(upTo(600))
    await observe(page)
    await sheaf.kill()
  }
  const last = await sheaf.start()
  await check(last.page, lives + 1)
  expect(looks, 'times a note was seen to be saved').toBeGreaterThan(lives / 2)
})
