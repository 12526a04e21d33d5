import { resolve } from 'node:path'
import { channels } from '../../../src/shared/ipc/channels'
import { sampleDigest } from '../fixtures/digest'
import { expect, test } from '../fixtures/sheaf'

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
