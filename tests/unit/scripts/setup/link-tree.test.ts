import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkTree } from '../../../../scripts/setup/link-tree.mjs'

test('linkTree gives the same tree without a second copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-link-'))
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    mkdirSync(join(from, 'locales'), { recursive: true })
    writeFileSync(join(from, 'locales', 'de.pak'), 'words')
    linkTree(from, to)
    expect(readFileSync(join(to, 'locales', 'de.pak'), 'utf8')).toBe('words')
    expect(statSync(join(to, 'locales', 'de.pak')).ino).toBe(
      statSync(join(from, 'locales', 'de.pak')).ino
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
