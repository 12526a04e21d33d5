import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { protocol } from 'electron'
import {
  fileToken,
  host,
  readerHost,
  resolveInside,
  scheme,
  shownFolder,
  shownToken
} from './origin'
import type { ReaderFiles } from './reader-files'
import type { ShownPages } from './shown-pages'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json'
}

/** What pdf.js needs to show a PDF that does not bring it along; served to the reader's frame only. */
const readerContentTypes: Readonly<Record<string, string>> = {
  ...contentTypes,
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/vnd.iccprofile',
  '.pfb': 'application/x-font-type1',
  '.ttf': 'font/ttf',
  '.gif': 'image/gif'
}

/** Nothing inline, nothing from elsewhere, and no string becomes markup or script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-src ${scheme}://${readerHost} ${shownFolder}`,
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html'
].join('; ')

/** The same for the frame that shows PDFs, and nothing but the bytes it is told of; images of some kinds are decoded by WebAssembly. */
const readerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  `frame-ancestors ${scheme}://${host}`,
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types reader-worker'
].join('; ')

/** The same for pages that are shown as they will look elsewhere: they have styles of their own, and nothing else. */
const shownPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${scheme}://${host}`,
  // Of the window's origin, so that its keys work there; no script runs, whatever the frame allows.
  'sandbox allow-same-origin'
].join('; ')

const alike = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' }
const headers = { ...alike, 'content-security-policy': contentSecurityPolicy }
const readerHeaders = {
  ...alike,
  'content-security-policy': readerPolicy,
  'cross-origin-resource-policy': 'same-origin'
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        codeCache: true
      }
    }
  ])
}

/**
 * Serves the built window from `root`, and nothing outside it. The reader's frame gets its own pages, and
 * the open files; another frame the pages that are shown.
 */
export function serveWindow(root: string, files: ReaderFiles, pages: ShownPages): void {
  protocol.handle(scheme, async (request) => {
    const isReader = URL.parse(request.url)?.host === readerHost
    const given = isReader ? readerHeaders : headers
    const refuse = (status: 403 | 404): Response => new Response(null, { status, headers: given })
    if (request.method !== 'GET') return refuse(403)
    const token = fileToken(request.url)
    if (token !== null) {
      const part = await files.read(token, request.headers.get('range'))
      if (part === null) return refuse(404)
      return new Response(part.bytes, {
        status: 206,
        headers: {
          ...given,
          'cache-control': 'no-store',
          'content-type': 'application/pdf',
          'content-range': part.range
        }
      })
    }
    const shown = shownToken(request.url)
    if (shown !== null) {
      const page = pages.get(shown)
      if (page === null) return refuse(404)
      return new Response(page, {
        headers: {
          ...{ ...alike, 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' },
          'content-security-policy': shownPolicy
        }
      })
    }
    const path = resolveInside(root, request.url)
    if (path === null) return refuse(403)
    const contentType = (isReader ? readerContentTypes : contentTypes)[extname(path)]
    if (contentType === undefined) return refuse(404)
    try {
      // At once: the files are small and near, and a start would wait longer for a thread to read them.
      return new Response(readFileSync(path), {
        headers: { ...given, 'content-type': contentType }
      })
    } catch {
      return refuse(404)
    }
  })
}
