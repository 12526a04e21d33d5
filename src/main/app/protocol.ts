import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { resolveInside, scheme } from './origin'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json'
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
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html'
].join('; ')

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache'
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
 * Serves the built window from `root`, and nothing outside it; pages not before `ready`, when there
 * is somebody to answer their calls.
 */
export function serveWindow(root: string, ready: Promise<unknown>): void {
  protocol.handle(scheme, async (request) => {
    const path = resolveInside(root, request.url)
    if (path === null || request.method !== 'GET') return refuse(403)
    const contentType = contentTypes[extname(path)]
    if (contentType === undefined) return refuse(404)
    if (path.endsWith('.html')) await ready
    try {
      // At once: the files are small and near, and a start would wait longer for a thread to read them.
      return new Response(readFileSync(path), {
        headers: { ...headers, 'content-type': contentType }
      })
    } catch {
      return refuse(404)
    }
  })
}

function refuse(status: 403 | 404): Response {
  return new Response(null, { status, headers })
}
