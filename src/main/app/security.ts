import { app, session, shell, type WebContents } from 'electron'
import { checkExternalUrl } from './external-url'
import { isOwnPage, readerPage, shownToken } from './origin'

/** Whatever leads out of the app: to the network, or to this machine's files. */
const leading = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

const denied = (): { action: 'deny' } => ({ action: 'deny' })

/** Whatever is created in this app may go nowhere, open nothing and be granted nothing. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents)
  })
}

/** Denies every permission and every request that does not stay inside the app. */
export function lockSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  // Our own pages are not held up to be looked at; what other scheme there is, the page's policy denies.
  own.webRequest.onBeforeRequest({ urls: [...leading] }, (_details, answer) => {
    answer({ cancel: true })
  })
  own.on('will-download', (event) => {
    event.preventDefault()
  })
}

function lockContents(contents: WebContents): void {
  // No side effect here: a page could call it without anybody having clicked.
  contents.setWindowOpenHandler(denied)
  for (const event of ['will-navigate', 'will-redirect'] as const)
    contents.on(event as 'will-navigate', (details) => {
      details.preventDefault()
    })
  contents.on('will-frame-navigate', (details) => {
    // Two frames there are, which the window itself makes, and which go nowhere from there.
    const { isMainFrame, url, frame, initiator } = details
    const isNew = frame?.url === '' || frame?.url === 'about:blank'
    const isWindows = initiator === contents.mainFrame && isOwnPage(contents.mainFrame.url)
    const isKnown = url === readerPage || shownToken(url) !== null
    if (isMainFrame || !isKnown || !isNew || !isWindows) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** Opens a web page or a mail in the system's program for it. */
export async function openExternal(address: string): Promise<void> {
  await shell.openExternal(checkExternalUrl(address))
}
