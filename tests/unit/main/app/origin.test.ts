import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOwnPage, resolveInside, startPage } from '../../../../src/main/app/origin'

const root = resolve('out/renderer')

describe('the window’s own origin', () => {
  it('serves what lies in its folder', () => {
    expect(resolveInside(root, startPage('de'))).toBe(resolve(root, 'index.html'))
    expect(resolveInside(root, 'app://sheaf/assets/a%20b.js?x#y')).toBe(
      resolve(root, 'assets/a b.js')
    )
  })

  it.each([
    'app://sheaf/..%2f..%2fpackage.json',
    'app://sheaf/%2e%2e/%2e%2e/package.json',
    'app://sheaf/..%5c..%5cpackage.json',
    'app://sheaf/assets/..%2f..%2f..%2fmain/index.js',
    'app://sheaf/%252e%252e/package.json',
    'app://sheaf/index.html%00.js',
    'app://sheaf/%',
    'app://sheaf/%c0%ae%c0%ae/x.js',
    'app://other/index.html',
    'app://sheaf.evil/index.html',
    'app://sheaf:80/index.html',
    'file:///etc/passwd',
    'nonsense'
  ])('leads nowhere else: %s', (address) => {
    const file = resolveInside(root, address)
    expect(file === null || file.startsWith(`${root}/`)).toBe(true)
  })

  it('is told apart from what only looks like it', () => {
    expect(isOwnPage(startPage('en'))).toBe(true)
    for (const url of [
      'app://sheaf.evil/index.html',
      'app://evil/app://sheaf/',
      'https://sheaf/index.html',
      'data:text/html,app://sheaf/',
      'about:blank',
      ''
    ])
      expect(isOwnPage(url)).toBe(false)
  })
})
