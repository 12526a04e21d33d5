import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  fileToken,
  isOwnPage,
  readerPage,
  resolveInside,
  shownFolder,
  shownToken,
  startPage
} from '../../../../src/main/app/origin'
import { ShownPages } from '../../../../src/main/app/shown-pages'

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

  it('shares scripts with the reader’s, and nothing else', () => {
    expect(resolveInside(root, readerPage)).toBe(resolve(root, 'reader/index.html'))
    expect(resolveInside(root, 'app://reader/assets/a.js')).toBe(resolve(root, 'assets/a.js'))
    expect(resolveInside(root, 'app://reader/pdfjs/cmaps/H.bcmap')).not.toBeNull()
    for (const address of [
      'app://sheaf/reader/index.html',
      'app://sheaf/pdfjs/cmaps/H.bcmap',
      'app://reader/index.html',
      'app://reader/',
      'app://reader/..%2f..%2fpackage.json',
      'app://reader/reader/..%2findex.html'
    ])
      expect(resolveInside(root, address), address).toBeNull()
  })

  it('hands open files out to the reader’s only, by token', () => {
    const token = '123e4567-e89b-42d3-a456-426614174000'
    expect(fileToken(`app://reader/file/${token}`)).toBe(token)
    for (const address of [
      `app://sheaf/file/${token}`,
      `https://reader/file/${token}`,
      `app://reader/file/${token}/x`,
      'app://reader/file/..%2fx',
      'app://reader/file/'
    ])
      expect(fileToken(address), address).toBeNull()
  })

  it('has the pages that are shown in a frame, by token, and is the only one', () => {
    const token = '123e4567-e89b-42d3-a456-426614174000'
    expect(shownToken(`${shownFolder}${token}`)).toBe(token)
    for (const address of [
      `app://reader/shown/${token}`,
      `https://sheaf/shown/${token}`,
      `app://sheaf/shown/${token}/x`,
      'app://sheaf/shown/..%2fx',
      'app://sheaf/shown/'
    ])
      expect(shownToken(address), address).toBeNull()
    const pages = new ShownPages()
    const tokens = ['one', 'two', 'three', 'four'].map((text) => pages.show(text))
    expect(tokens.map((one) => pages.get(one))).toEqual([null, 'two', 'three', 'four'])
    expect(pages.get(token)).toBeNull()
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
