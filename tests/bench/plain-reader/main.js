// What Sheaf's reader is measured against: pdf.js's own viewer components on a page of their own, which
// gets a file in pieces as they are asked for.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { extname, join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

const pdfjs = join(import.meta.dirname, '../../../node_modules/pdfjs-dist')
const pdf = process.argv.at(-1) ?? ''
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }

protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  }
])

/** @param {Request} request */
function answer(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/long.pdf') return part(request.headers.get('range'))
  const file = pathname.startsWith('/pdfjs/')
    ? join(pdfjs, pathname.slice('/pdfjs/'.length))
    : join(import.meta.dirname, pathname)
  const type = types[/** @type {keyof typeof types} */ (extname(file))] ?? 'text/javascript'
  return new Response(readFileSync(file), { headers: { 'content-type': type } })
}

/** @param {string | null} range */
function part(range) {
  const file = openSync(pdf, 'r')
  try {
    const { size } = fstatSync(file)
    const [, from = '0', to = String(size - 1)] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
    const bytes = Buffer.alloc(Number(to) - Number(from) + 1)
    readSync(file, bytes, 0, bytes.length, Number(from))
    return new Response(bytes, {
      status: range === null ? 200 : 206,
      headers: {
        'accept-ranges': 'bytes',
        'content-type': 'application/pdf',
        'x-size': String(size)
      }
    })
  } finally {
    closeSync(file)
  }
}

// Not awaited at the top: Electron gets ready only after this module has been read.
void app.whenReady().then(async () => {
  protocol.handle('app', answer)
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  await window.loadURL('app://plain/empty.html')
  const started = performance.now()
  window.webContents.on('console-message', ({ message }) => {
    if (message !== 'painted') return process.stderr.write(`${message}\n`)
    process.stderr.write(`[plain] ${(performance.now() - started).toFixed(1)} ms\n`)
    app.quit()
  })
  const size = fstatSync(openSync(pdf, 'r')).size
  await window.loadURL(`app://plain/viewer.html?${String(size)}`)
})
