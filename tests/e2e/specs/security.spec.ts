import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { channels } from '../../../src/shared/ipc/channels'
import { sampleDigest } from '../fixtures/digest'
import { paperPdf } from '../fixtures/pdf'
import { expect, test } from '../fixtures/sheaf'
import { Reader } from '../pages/reader'

test('the page has no Node, an origin of its own, and a bridge of four things', async ({
  window
}) => {
  const found = await window.page.evaluate(() => ({
    protocol: location.protocol,
    node: [typeof require, typeof process, typeof module, typeof global].join(' '),
    bridge: Object.entries(self.sheaf).map(([key, value]) => `${key}: ${typeof value}`)
  }))
  expect(found.protocol).toBe('app:')
  expect(found.node).toBe('undefined undefined undefined undefined')
  expect(found.bridge.sort()).toEqual([
    'call: function',
    'on: function',
    'platform: string',
    'tokensFor: function'
  ])
})

test('the window is sandboxed, isolated, and keeps the web’s rules', async ({ window }) => {
  const preferences = await window.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true
  })
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['webviewTag'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
})

test('nothing inline runs, and no string becomes markup', async ({ window }) => {
  const header = await window.page.evaluate(async () => {
    const response = await fetch(location.href)
    return response.headers.get('content-security-policy') ?? ''
  })
  expect(header).toContain("default-src 'none'")
  expect(header).toContain("require-trusted-types-for 'script'")
  expect(header).not.toMatch(/unsafe-|\*/)
  const outcome = await window.page.evaluate(async () => {
    // What the debugger itself calls may use eval; what runs after it may not.
    await new Promise((done) => setTimeout(done))
    const tried: string[] = []
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act()
        tried.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'))
    attempt('eval', () => (0, eval)('1'))
    attempt('Function', () => new Function('return 1'))
    attempt('script text', () => (document.createElement('script').text = '1'))
    attempt('policy', () => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => void }
      }
      trustedTypes.createPolicy('mine', {})
    })
    const image = document.createElement('img')
    image.setAttribute('src', 'app://sheaf/none.png')
    try {
      image.setAttribute('onerror', 'globalThis.pwned = 1')
    } catch {
      // Refused by Trusted Types.
    }
    document.body.append(image)
    image.remove()
    return tried
  })
  expect(outcome).toEqual([])
  expect(await window.page.evaluate(() => 'pwned' in globalThis)).toBe(false)
})

test('no way leads out of the page or opens another window', async ({ window }) => {
  const { page, app } = window
  const start = page.url()
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  await page.evaluate(() => {
    const link = (target: string): void => {
      const anchor = document.createElement('a')
      anchor.href = 'https://example.org/'
      anchor.target = target
      document.body.append(anchor)
      anchor.click()
      anchor.remove()
    }
    for (const target of ['', '_blank', '_top', 'named']) link(target)
    globalThis.open('https://example.org/', '_blank', 'noopener')
    globalThis.open('about:blank')
    const form = document.createElement('form')
    form.action = 'https://example.org/'
    document.body.append(form)
    form.submit()
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
    location.assign('https://example.org/')
    location.href = 'file:///etc/passwd'
  })
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  expect(page.url()).toBe(start)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual(
    []
  )
})

test('only links to the web and to mail are handed to the system', async ({ window }) => {
  const { page, app } = window
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const urls = [
    'https://example.org/',
    'mailto:a@example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/x',
    'vscode://file/x'
  ]
  const replies = await page.evaluate(
    (list) => Promise.all(list.map((url) => self.sheaf.call('link:open', { url }))),
    urls
  )
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, false, false, false, false])
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    'https://example.org/',
    'mailto:a@example.org'
  ])
})

test('permissions are denied, and so is every request that leaves the app', async ({ window }) => {
  const { page } = window
  const outcome = await page.evaluate(async () => {
    const result = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        return String(await work())
      } catch {
        return 'denied'
      }
    }
    return Promise.all([
      result(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      result(() => Notification.requestPermission()),
      result(
        () =>
          new Promise((yes, no) => {
            navigator.geolocation.getCurrentPosition(yes, no)
          })
      ),
      result(() => navigator.clipboard.read()),
      result(() => fetch('https://example.org/')),
      result(() => fetch('file:///etc/hostname')),
      result(() => fetch('app://other/index.html'))
    ])
  })
  expect(outcome.every((word) => word === 'denied')).toBe(true)
})

test('another window or frame is not heard on any channel', async ({ window }) => {
  const refused = await window.app.evaluate(
    async ({ BrowserWindow }, { names, preload }) => {
      const answers: string[] = []
      for (const page of ['app://sheaf/index.html', 'about:blank']) {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true }
        })
        await stranger.loadURL(page)
        const code = `Promise.all(${JSON.stringify(names)}.map((name) =>
          window.sheaf.call(name, undefined).then(() => 'heard', () => 'refused')))`
        answers.push(...((await stranger.webContents.executeJavaScript(code)) as string[]))
        stranger.destroy()
      }
      return answers
    },
    { names: [...channels], preload: resolve('out/preload/index.cjs') }
  )
  expect(refused.filter((word) => word !== 'refused')).toEqual([])
  expect(refused).toHaveLength(2 * channels.length)
})

test('a whole day’s work asks nothing of the network', async ({ window }) => {
  const requests: string[] = []
  window.page.on('request', (request) => requests.push(request.url()))
  await window.importFile(sampleDigest)
  await window.search().fill('concept')
  await window.page.reload()
  await window.isReady()
  expect(requests.filter((url) => !/^(app:\/\/sheaf\/|blob:|data:)/.test(url))).toEqual([])
})

test.describe('the frame that shows PDFs', () => {
  test.beforeEach(async ({ sheaf, window }) => {
    const file = join(sheaf.folder, 'weaving.pdf')
    writeFileSync(file, paperPdf())
    await window.importFile(file)
    await window.focusList()
    await window.page.keyboard.press('Enter')
    await new Reader(window).shows('On the Weaving of Rivers')
  })

  test('has an origin and a process of its own, no bridge, no Node, and a policy as strict', async ({
    window
  }) => {
    const frame = new Reader(window).inside()
    const found = await frame.evaluate(async () => ({
      origin: location.origin,
      bridge: typeof (self as { sheaf?: unknown }).sheaf,
      node: [typeof require, typeof process, typeof module, typeof global].join(' '),
      policy: (await fetch(location.href)).headers.get('content-security-policy') ?? ''
    }))
    expect(found.origin).toBe('app://reader')
    expect(found.bridge).toBe('undefined')
    expect(found.node).toBe('undefined undefined undefined undefined')
    expect(found.policy).toContain("default-src 'none'")
    expect(found.policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(found.policy).toContain("require-trusted-types-for 'script'")
    expect(found.policy).toContain('frame-ancestors app://sheaf')
    expect(found.policy).not.toMatch(/'unsafe-|\*/)
    const processes = await window.app.evaluate(({ BrowserWindow }) => {
      const main = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame
      return main?.framesInSubtree.map(({ url, osProcessId }) => ({ url, osProcessId })) ?? []
    })
    expect(processes.map(({ url }) => url)).toEqual([
      'app://sheaf/index.html',
      'app://reader/reader/index.html'
    ])
    expect(new Set(processes.map(({ osProcessId }) => osProcessId)).size).toBe(2)
  })

  test('reaches nothing of the window, no other file and no network', async ({ window }) => {
    const frame = new Reader(window).inside()
    const outcome = await frame.evaluate(async () => {
      const tried: Record<string, string> = {}
      const attempt = async (name: string, act: () => unknown): Promise<void> => {
        try {
          const value = await act()
          tried[name] = value instanceof Response ? String(value.status) : 'done'
        } catch {
          tried[name] = 'denied'
        }
      }
      await attempt('parent document', () => self.parent.document.title)
      await attempt('parent bridge', () => self.parent.sheaf.platform)
      await attempt('top', () => self.top?.document)
      await attempt('frame element', () => {
        if (self.frameElement === null) throw new Error('hidden')
      })
      for (const url of [
        'app://sheaf/index.html',
        'app://other/index.html',
        'https://example.org/',
        'file:///etc/hostname'
      ])
        await attempt(url, () => fetch(url))
      for (const path of [
        '/index.html',
        '/../package.json',
        '/file/',
        '/file/123e4567-e89b-42d3-a456-426614174000'
      ])
        await attempt(path, () => fetch(path, { headers: { range: 'bytes=0-9' } }))
      await attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'))
      await attempt('eval', () => (0, eval)('1'))
      await attempt('worker', () => new Worker('/assets/x.js'))
      await attempt('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }))
      await attempt('clipboard', () => navigator.clipboard.readText())
      return tried
    })
    expect(outcome).toEqual({
      'parent document': 'denied',
      'parent bridge': 'denied',
      top: 'denied',
      'frame element': 'denied',
      'app://sheaf/index.html': 'denied',
      'app://other/index.html': 'denied',
      'https://example.org/': 'denied',
      'file:///etc/hostname': 'denied',
      '/index.html': '403',
      '/../package.json': '403',
      '/file/': '403',
      '/file/123e4567-e89b-42d3-a456-426614174000': '404',
      innerHTML: 'denied',
      eval: 'denied',
      worker: 'denied',
      microphone: 'denied',
      clipboard: 'denied'
    })
  })

  test('goes nowhere, opens nothing, and moves the window nowhere', async ({ window }) => {
    const frame = new Reader(window).inside()
    const start = window.page.url()
    await frame.evaluate(() => {
      const attempt = (act: () => void): void => {
        try {
          act()
        } catch {
          // Refused at once.
        }
      }
      attempt(() => void globalThis.open('https://example.org/'))
      attempt(() => {
        const inner = document.createElement('iframe')
        inner.src = 'https://example.org/'
        document.body.append(inner)
      })
      for (const target of ['_blank', '_top', '_parent'])
        attempt(() => {
          const link = document.createElement('a')
          link.href = 'https://example.org/'
          link.target = target
          document.body.append(link)
          link.click()
          link.remove()
        })
      attempt(() => {
        if (self.top) self.top.location.href = 'https://example.org/'
      })
    })
    await frame.evaluate(() => new Promise((done) => setTimeout(done, 300)))
    expect(window.page.url()).toBe(start)
    expect(frame.url()).toBe('app://reader/reader/index.html')
    expect(
      await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    ).toBe(1)
    await expect(
      new Reader(window).frame().getByText('On the Weaving of Rivers').first()
    ).toBeVisible()
  })

  for (const address of ['https://example.org/', 'app://sheaf/index.html'])
    test(`is made anew when it goes to ${address}, which is not shown`, async ({ window }) => {
      const start = window.page.url()
      const shown: string[] = []
      window.page.on('framenavigated', (frame) => shown.push(frame.url()))
      await new Reader(window).inside().evaluate((to) => {
        location.href = to
      }, address)
      await expect.poll(() => shown).toContain('app://reader/reader/index.html')
      await new Reader(window).shows('On the Weaving of Rivers')
      expect(shown).not.toContain(address)
      expect(window.page.url()).toBe(start)
    })

  test('is not believed when it makes up keys or links, nor heard by the main process', async ({
    window
  }) => {
    const { page, app } = window
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = (url) => {
        opened.push(url)
        return Promise.resolve()
      }
    })
    const frame = new Reader(window).inside()
    await page.getByRole('searchbox').or(window.search()).first().focus()
    await frame.evaluate(async () => {
      for (const message of [
        { kind: 'key', key: '#' },
        { kind: 'key', key: 'Mod+Z' },
        { kind: 'link', url: 'https://example.org/' },
        { kind: 'nonsense' },
        null
      ])
        self.parent.postMessage(message, '*')
      await new Promise((done) => setTimeout(done, 300))
    })
    // With the keys in the frame it may ask for what is harmless, and for nothing else.
    await page.locator('iframe').focus()
    await frame.evaluate(async () => {
      for (const key of ['#', 'Delete', 'Mod+O', 'Mod+V'])
        self.parent.postMessage({ kind: 'key', key }, '*')
      await new Promise((done) => setTimeout(done, 300))
    })
    await expect(window.dialog()).toBeHidden()
    await expect(page.getByRole('contentinfo')).toContainText('1 paper')
    await expect(page.getByRole('contentinfo')).toContainText('Last: import of 1 paper')
    expect(
      await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    ).toEqual([])
  })

  test('is shown only by the window itself', async ({ window }) => {
    const frames = await window.page.evaluate(async () => {
      for (const src of [
        'app://reader/reader/index.html?x',
        'app://reader/file/x',
        'app://sheaf/index.html'
      ]) {
        const frame = document.createElement('iframe')
        frame.src = src
        document.body.append(frame)
      }
      await new Promise((done) => setTimeout(done, 500))
      return document.querySelectorAll('body > iframe').length
    })
    expect(frames).toBe(3)
    const urls = window.page.frames().map((frame) => frame.url())
    expect(urls.filter((url) => url.startsWith('app://')).sort()).toEqual([
      'app://reader/reader/index.html',
      'app://sheaf/index.html'
    ])
  })
})
