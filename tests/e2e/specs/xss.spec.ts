import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { paperPdf } from '../fixtures/pdf'
import { expect, test } from '../fixtures/sheaf'
import { activeParts, hostileLibrary, payloads } from '../fixtures/xss'
import type { MainWindow } from '../pages/main-window'

/** So many papers are shown one after another, and as many lie in the library as there are payloads. */
const shown = 25
/** A name that a file may have, and that is markup. */
const fileName = '"><img src=x onerror=globalThis.pwned=1> &lt;script&gt;'

// A trace keeps the whole document at every step: with as many tags that is most of the time.
test.use({ trace: 'off' })

interface Watched {
  /** What came into the document that data must never become. */
  found: string[]
  /** What the page's policy had to refuse. */
  refused: string[]
}

/** Has the page note, from here on, every element and attribute that does something of its own. */
async function watch({ page }: MainWindow): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { found: [], refused: [] }
    Object.assign(globalThis, { watched })
    const kinds =
      /^(script|iframe|frame|object|embed|base|link|meta|style|img|image|video|audio|source|template|marquee|xss|foreignobject|animate|use)$/i
    const look = (element: Element): void => {
      // Its own scripts and styles; and the frame that waits for a PDF, where the reader has it.
      const isOwn =
        element.matches(
          'link[href^="app://sheaf/assets/"], link[href^="/assets/"], link[href^="./assets/"]'
        ) ||
        (element.matches('.reader .frames > iframe[sandbox="allow-scripts allow-same-origin"]') &&
          element.getAttribute('src') === 'app://reader/reader/index.html')
      if (kinds.test(element.localName) && !isOwn)
        watched.found.push(element.outerHTML.slice(0, 200))
      for (const { name, value } of element.attributes)
        if (
          /^on/i.test(name) ||
          /^(srcdoc|srcset|ping|formaction)$/i.test(name) ||
          /^\s*(javascript|data|vbscript):/i.test(value.replace(/[\0-\x20]/g, '')) ||
          (/^(href|xlink:href|src|action)$/i.test(name) &&
            !/^(https?:|mailto:|#|\.?\/)/i.test(value) &&
            !isOwn) ||
          (name === 'style' && /url\(|@import|expression/i.test(value))
        )
          watched.found.push(`${name}="${value}" of ${element.localName}`)
    }
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (target instanceof Element) look(target)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const one of [node, ...node.querySelectorAll('*')]) look(one)
      }
    }).observe(document, { subtree: true, childList: true, attributes: true })
    document.addEventListener('securitypolicyviolation', (refused) => {
      const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = refused
      // What drives the window runs strings in it; what came of data would be of the page's own scripts.
      const isOwn = violatedDirective !== 'require-trusted-types-for' || /^app:/.test(sourceFile)
      if (isOwn)
        watched.refused.push(
          [violatedDirective, blockedURI, sample, sourceFile, lineNumber].join(' ')
        )
    })
  })
}

/** Counts what the main process is asked for: requests, programs of the system, windows. */
async function listen({ app }: MainWindow): Promise<void> {
  await app.evaluate(({ session, shell }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const note = ({ url }: { url: string }): void => {
      if (!/^(app:\/\/(sheaf|reader)\/|devtools:|blob:|data:)/.test(url)) asked.push(url)
    }
    session.defaultSession.webRequest.onErrorOccurred(note)
    session.defaultSession.webRequest.onCompleted(note)
    shell.openExternal = (url) => Promise.resolve(void asked.push(url))
    shell.openPath = (path) => {
      asked.push(path)
      return Promise.resolve('')
    }
  })
}

/** Goes through rows and papers of what the list shows. */
async function scroll({ page }: MainWindow, screens: number): Promise<void> {
  for (let screen = 0; screen < screens; screen++) await page.keyboard.press('PageDown')
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

async function closeAll(window: MainWindow): Promise<void> {
  for (let tries = 0; tries < 4 && (await window.dialog().count()) > 0; tries++)
    await window.page.keyboard.press('Escape')
  await expect(window.dialog()).toHaveCount(0)
  await window.focusList()
}

test(`H2: ${String(payloads.length)} payloads in every field run, load and lead nowhere in any view`, async ({
  sheaf,
  window
}, info) => {
  test.setTimeout(180_000)
  const { page } = window
  const start = page.url()
  await watch(window)
  await listen(window)

  // The review of an import, under a name that is markup.
  const library = join(sheaf.folder, `${fileName.replaceAll('/', '')}.json`)
  writeFileSync(library, hostileLibrary())
  await window.dropFiles(library)
  await expect(window.dialog()).toContainText('Paper 0')
  await window.addAll()
  await expect(window.grid()).toHaveAttribute('aria-rowcount', String(payloads.length), {
    timeout: 60_000
  })

  // What cannot be brought by a file: notes on what is marked, names of places, a rule, a digest.
  const calls = await page.evaluate(
    async ([name, texts]) => {
      const failed: string[] = []
      const call = async (
        ...[channel, input]: Parameters<typeof self.sheaf.call>
      ): Promise<void> => {
        const reply = await self.sheaf.call(channel, input)
        if (!reply.ok) failed.push(`${channel}: ${reply.error.message}`)
      }
      await call('settings:set', { review: 'never' })
      const digest = 'See arXiv:2603.00003, arXiv:2603.00004 and https://doi.org/10.5555/fold.'
      await call('import:text', { text: digest, name })
      const target = {
        on: 'title' as const,
        quote: { exact: 'Paper', prefix: '', suffix: ' ' },
        position: { start: 0, end: 5 }
      }
      await call('annotation:add', {
        annotations: texts.map((comment, at) => ({
          ...{ paperId: at + 1, kind: 'highlight' as const, colour: 1, comment, tags: [], target }
        }))
      })
      for (const text of texts.slice(0, 12)) {
        const short = text.slice(0, 190)
        await call('collection:create', { name: short, parentId: null, ids: [1, 2] })
        await call('saved:create', { name: short, query: `"${short.replaceAll('"', '')}"` })
      }
      await call('rule:save', { id: null, query: 'looms', tag: name, enabled: true })
      return failed
    },
    [fileName, payloads.slice(0, shown)] as const
  )
  expect(calls).toEqual([])
  const pdf = join(sheaf.folder, `${fileName.replaceAll('/', '')}.pdf`)
  writeFileSync(pdf, paperPdf())
  await window.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, pdf)

  // The list as rows and as a table, and every paper of the first screens with its note and its marks.
  await window.place('Library').click()
  await window.focusList()
  await page.keyboard.press('Home')
  for (let at = 0; at < shown; at++) {
    await page.keyboard.press('j')
    await expect(window.title()).toBeVisible()
  }
  await scroll(window, 30)
  await page.keyboard.press('Control+Shift+l')
  await page.keyboard.press('Home')
  await scroll(window, 30)
  await page.keyboard.press('Control+Shift+l')

  // Hits of searches, with their words marked, and what the palette and the field complete.
  for (const query of [
    'onerror',
    'script globalThis',
    'title:javascript',
    'note:img',
    'author:pwn',
    'tag:sc'
  ]) {
    await window.search().fill(query)
    await expect(window.rows().first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
  }
  await window.search().fill('')
  await page.keyboard.press('Escape')

  // Dialogs and views about the first paper, and about all.
  await window.focusList()
  await page.keyboard.press('Home')
  await window.command('attach')
  await expect(window.detail()).toContainText('onerror')
  await window.focusList()
  await page.keyboard.press('n')
  await expect(window.note().getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText(payloads.slice(0, 60).join('\n\n'))
  await page.keyboard.press('Escape')
  await expect(window.note().getByRole('textbox')).toHaveCount(0)
  for (const key of [
    'e',
    'r',
    'Shift+n',
    'Shift+h',
    'Control+k',
    'Control+Shift+k',
    'Control+Shift+t',
    'Control+,'
  ]) {
    await window.focusList()
    await page.keyboard.press(key)
    await expect(window.dialog(), key).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await closeAll(window)
  }
  for (const words of [
    'citation key',
    'duplicates',
    'source',
    'rules',
    'references',
    'make keys'
  ]) {
    await window.focusList()
    await window.command(words)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 150)))
    await page.keyboard.press('Escape')
    await closeAll(window)
  }
  for (const key of ['Control+Shift+h', 'Control+Shift+a']) {
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    await page.keyboard.press('Escape')
  }
  await window.place('Library').click()
  await window.focusList()

  // Words to the user, and what several papers have in common.
  await window.addTag('<img src=x onerror=globalThis.pwned=1>')
  await window.focusList()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.toasts')).toContainText('“<img src=x')
  await page.keyboard.press('Control+a')
  await expect(window.detail()).toContainText('papers selected')
  await page.keyboard.press('Home')

  // A place whose name is markup, which the window's title says.
  await window
    .place(/onerror/)
    .first()
    .click()
  await expect(page).toHaveTitle(/onerror/)
  await window.place('Library').click()
  await window.focusList()

  // What leaves: references as HTML on the clipboard, Markdown.
  const ids = payloads.map((_, at) => at + 1)
  await page.evaluate(async (all) => {
    await self.sheaf.call('export:reference', { ids: all, style: 'apa', then: 'copy-html' })
  }, ids)
  const html = await window.app.evaluate(({ clipboard }) => clipboard.readHTML())
  expect(html.length).toBeGreaterThan(50_000)
  expect(activeParts(html).slice(0, 5)).toEqual([])
  const markdown = await page.evaluate(
    (all) => self.sheaf.call('export:copy', { ids: all, format: 'markdown' }),
    ids
  )
  const text = markdown.ok ? markdown.value : ''
  expect(text.split('\n')).toHaveLength(payloads.length + 1)
  expect(activeParts(await marked.parse(text)).slice(0, 5)).toEqual([])

  const watched = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched)
  expect(watched.found.slice(0, 5)).toEqual([])
  expect(watched.refused.slice(0, 5)).toEqual([])
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
  expect(page.url()).toBe(start)
  expect(
    await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  ).toBe(1)
  expect(
    await window.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  ).toEqual([])
  info.annotations.push({ type: 'count', description: String(payloads.length) })
})
