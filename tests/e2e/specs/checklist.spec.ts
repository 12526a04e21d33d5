import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, Sheaf, test } from '../fixtures/sheaf'
import type { MainWindow } from '../pages/main-window'

// The points of Electron's security checklist that are not looked at in security.spec.ts, by their numbers;
// one window for all, which each leaves as it was.

let sheaf: Sheaf
let window: MainWindow
let page: Page

test.beforeAll(async () => {
  sheaf = new Sheaf(mkdtempSync(join(tmpdir(), 'sheaf-e2e-')))
  window = await sheaf.start()
  page = window.page
  await window.app.evaluate(({ app, shell, BrowserWindow }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
    app.on('web-contents-created', (_event, { id }) => opened.push(`contents ${String(id)}`))
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('did-attach-webview', () => opened.push('webview'))
  })
})

test.afterEach(async () => {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
  expect(page.url()).toBe('app://sheaf/index.html')
  expect(await window.app.evaluate(() => (globalThis as unknown as { opened: [] }).opened)).toEqual(
    []
  )
  const count = await window.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length
  )
  expect(count).toBe(1)
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
})

test.afterAll(async () => {
  await sheaf.stop()
  rmSync(sheaf.folder, { recursive: true, force: true })
})

test('point 3: a page that changes what everything is made of does not change the bridge', async () => {
  const outcome = await page.evaluate(async () => {
    const former = [
      Array.prototype.includes,
      Function.prototype.call,
      JSON.stringify,
      Map.prototype.get
    ] as const
    Array.prototype.includes = () => true
    Function.prototype.call = () => 'pwned'
    JSON.stringify = () => 'pwned'
    Map.prototype.get = () => Promise.resolve('pwned')
    try {
      let refused = ''
      try {
        await self.sheaf.call('nonsense' as never, undefined as never)
      } catch (error) {
        refused = String(error)
      }
      return { refused, reply: await self.sheaf.call('library:watched', undefined) }
    } finally {
      ;[Array.prototype.includes, Function.prototype.call, JSON.stringify, Map.prototype.get] =
        former
    }
  })
  expect(outcome.refused).toContain('Unknown channel: nonsense')
  expect(outcome.reply).toEqual({ ok: true, value: '' })
})

test('point 4: every page is in a sandbox, by what the system says', async () => {
  test.skip(
    process.getuid?.() === 0,
    'Chromium has no sandbox for root: run the tests as another user.'
  )
  test.skip(process.platform !== 'linux', 'Only Linux tells it in /proc.')
  const pids = await window.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getOSProcessId())
  )
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s*2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s*1$/m)
  }
})

test('point 5: no permission is granted, whichever is asked for', async () => {
  const granted = await page.evaluate(async () => {
    /** Where nobody answers, nothing is granted. */
    const within = <T>(asked: Promise<T>): Promise<T | null> =>
      Promise.race([asked, new Promise<null>((done) => setTimeout(done, 1000, null))])
    const names =
      'camera microphone geolocation notifications midi clipboard-read clipboard-write screen-wake-lock window-management local-fonts idle-detection display-capture'
    const states = await Promise.all(
      names.split(' ').map(async (name) => {
        const query = { name: name as PermissionName }
        const status = await within(navigator.permissions.query(query)).catch(() => null)
        return `${name} ${status?.state ?? 'denied'}`
      })
    )
    type Asking = Record<
      string,
      { requestDevice?: (o: object) => Promise<unknown>; requestPort?: () => Promise<unknown> }
    >
    const own = navigator as unknown as Asking
    const tries: [string, () => Promise<unknown> | undefined][] = [
      ['hid', () => own['hid']?.requestDevice?.({ filters: [] })],
      ['usb', () => own['usb']?.requestDevice?.({ filters: [] })],
      ['bluetooth', () => own['bluetooth']?.requestDevice?.({ acceptAllDevices: true })],
      ['serial', () => own['serial']?.requestPort?.()],
      ['fullscreen', () => document.documentElement.requestFullscreen()],
      ['midi', () => navigator.requestMIDIAccess({ sysex: true })],
      ['wake lock', () => navigator.wakeLock.request('screen')]
    ]
    const granted = async (attempt: () => Promise<unknown> | undefined): Promise<string> => {
      const asked = attempt()
      const given = await (asked ?? Promise.reject(new Error('absent')))
      // A list of no devices.
      return Array.isArray(given) && given.length === 0 ? 'denied' : 'granted'
    }
    for (const [name, attempt] of tries)
      states.push(`${name} ${(await within(granted(attempt)).catch(() => null)) ?? 'denied'}`)
    return states.filter((state) => !state.endsWith(' denied'))
  })
  expect(granted).toEqual([])
})

test('point 7: what is put into the page runs nowhere, and the policy says so', async () => {
  const violations = await page.evaluate(async () => {
    const seen: string[] = []
    const note = ({ violatedDirective }: SecurityPolicyViolationEvent): void =>
      void seen.push(violatedDirective)
    document.addEventListener('securitypolicyviolation', note)
    const attempt = (act: () => void): void => {
      try {
        act()
      } catch {
        // Refused at once.
      }
    }
    const add = (name: string, attributes: Record<string, string>): void => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes))
        attempt(() => {
          element.setAttribute(key, value)
        })
      document.body.append(element)
      element.click()
      setTimeout(() => {
        element.remove()
      }, 150)
    }
    await new Promise((done) => setTimeout(done))
    attempt(() => {
      document.body.append(
        Object.assign(document.createElement('script'), { textContent: 'pwned = 1' })
      )
    })
    attempt(() => setTimeout('pwned = 1'))
    attempt(() => void (0, eval)('pwned = 1'))
    add('script', { src: 'data:text/javascript,pwned=1' })
    add('script', { src: 'https://example.org/x.js' })
    add('img', { src: 'x', onerror: 'pwned = 1' })
    add('a', { href: 'javascript:pwned=1' })
    add('iframe', { src: 'javascript:parent.pwned=1' })
    add('iframe', { srcdoc: '<script>parent.pwned=1</script>' })
    add('object', { data: 'data:text/html,<script>parent.pwned=1</script>' })
    add('embed', { src: 'data:text/html,x' })
    add('link', { rel: 'stylesheet', href: 'https://example.org/x.css' })
    add('img', { src: 'https://example.org/x.png' })
    add('b', { style: 'background: url(https://example.org/x.png)' })
    await new Promise((done) => setTimeout(done, 300))
    document.removeEventListener('securitypolicyviolation', note)
    return seen
  })
  for (const directive of ['script-src', 'img-src', 'style-src', 'require-trusted-types-for'])
    expect(
      violations.some((one) => one.startsWith(directive)),
      directive
    ).toBe(true)
})

test('points 11 and 12: a webview is an element like any unknown one', async () => {
  const found = await page.evaluate(async () => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org/')
    view.setAttribute('allowpopups', '')
    view.setAttribute('nodeintegration', '')
    document.body.append(view)
    await new Promise((done) => setTimeout(done, 200))
    view.remove()
    return 'loadURL' in view
  })
  expect(found).toBe(false)
})

test('point 13: no way of going elsewhere leads anywhere', async () => {
  const html = join(sheaf.folder, 'page.html')
  writeFileSync(html, '<script>document.title = "pwned"</script>')
  await window.dropFiles(html)
  await expect(window.dialog()).toContainText('page.html')
  await window.closeSheet()
  await page.evaluate(async () => {
    const attempt = (act: () => void): void => {
      try {
        act()
      } catch {
        // Refused at once.
      }
    }
    const far = 'https://example.org/'
    const link = (href: string, target: string, how: MouseEventInit): void => {
      const anchor = Object.assign(document.createElement('a'), { href, target })
      document.body.append(anchor)
      anchor.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
      anchor.remove()
    }
    for (const href of [
      far,
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:pwned=1',
      'app://reader/reader/index.html'
    ])
      for (const target of ['', '_top', '_self', '_parent']) link(href, target, {})
    link(far, '', { button: 1 })
    link(far, '', { ctrlKey: true })
    link(far, '', { shiftKey: true })
    attempt(() => {
      location.replace(far)
    })
    attempt(() => {
      location.assign('app://other/index.html')
    })
    attempt(() => {
      history.pushState(null, '', far)
    })
    attempt(() => {
      history.go(-5)
    })
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${far}`
    document.head.append(meta)
    await new Promise((done) => setTimeout(done, 300))
    meta.remove()
  })
})

test('point 14: no way of opening a window opens one', async () => {
  const opened = await page.evaluate(async () => {
    const windows = ['_blank', 'named'].map((name) => globalThis.open('https://example.org/', name))
    windows.push(globalThis.open('app://sheaf/index.html', 'own', 'nodeIntegration=yes,sandbox=no'))
    const form = Object.assign(document.createElement('form'), {
      action: 'https://example.org/',
      target: '_blank'
    })
    const frame = document.createElement('iframe')
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-popups allow-top-navigation allow-popups-to-escape-sandbox'
    )
    frame.src = 'app://reader/reader/index.html'
    document.body.append(form, frame)
    form.submit()
    await new Promise((done) => setTimeout(done, 300))
    form.remove()
    frame.remove()
    return windows.filter((one) => one !== null).length
  })
  expect(opened).toBe(0)
})

test('point 18: forty addresses lead to no file but the page’s own', async () => {
  const ups = [
    '..%2f',
    '..%5c',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%252f',
    '%c0%ae%c0%ae/',
    '..%00/',
    '....//'
  ]
  const ends = [
    'package.json',
    'main/index.js',
    '../../etc/passwd',
    'etc/passwd',
    'preload/index.cjs'
  ]
  const addresses = ups.flatMap((up) => ends.map((end) => `app://sheaf/${up.repeat(2)}${end}`))
  const others = [
    'app://sheaf//etc/passwd',
    'app://sheaf/%2fetc%2fpasswd',
    'app://sheaf/C:/Windows/win.ini',
    'app://sheaf/index.html%00.css',
    'app://sheaf/reader/index.html',
    'app://sheaf/file/x',
    'app://sheaf/licences.json.map',
    'app://sheaf/assets/'
  ]
  const answered = await page.evaluate(
    (list) =>
      Promise.all(
        list.map(async (url) => {
          const response = await fetch(url).catch(() => null)
          return response === null || [403, 404].includes(response.status)
            ? ''
            : `${url} ${String(response.status)}`
        })
      ),
    [...addresses, ...others]
  )
  expect(addresses).toHaveLength(40)
  expect(answered.filter((one) => one !== '')).toEqual([])
})

test('point 20: the bridge gives data and functions, nothing of Electron’s, and cannot be changed', async () => {
  const found = await page.evaluate(async () => {
    const kinds = Object.entries(self.sheaf).map(([name, value]) =>
      typeof value === 'function'
        ? Object.keys(value as object).length === 0
        : typeof value === 'string'
          ? true
          : name
    )
    try {
      Object.assign(self, { sheaf: null })
    } catch {
      // Refused at once.
    }
    const heard = new Promise<unknown[]>((tell) => {
      const stop = self.sheaf.on('library:changed', (...given: unknown[]) => {
        stop()
        tell(given)
      })
    })
    await self.sheaf.call('collection:create', { name: 'Looms', parentId: null })
    await self.sheaf.call('import:text', { text: '@misc{a, title = {Looms}}', name: 'a.bib' })
    await self.sheaf.call('import:discard', undefined)
    await self.sheaf.call('settings:set', { review: 'never' })
    await self.sheaf.call('import:text', { text: '@misc{a, title = {Looms}}', name: 'a.bib' })
    let unknown = ''
    try {
      self.sheaf.on('ipc-message' as never, () => undefined)
    } catch (error) {
      unknown = String(error)
    }
    return {
      kinds,
      isThere: typeof self.sheaf.call === 'function',
      given: await heard,
      unknown
    }
  })
  expect(found.kinds).toEqual([true, true, true, true])
  expect(found.isThere).toBe(true)
  expect(found.given).toHaveLength(1)
  expect(Object.keys(found.given[0] as object)).toEqual(['ids'])
  expect(found.unknown).toContain('Unknown event')
})
