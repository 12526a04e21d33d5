import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentSum, outlineSum } from '../../../../scripts/setup/stamp.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-stamp-'))
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'inner', 'a.ts'), 'one')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('contentSum', () => {
  test('changes with content and with names, not with times', () => {
    const before = contentSum([folder])
    utimesSync(join(folder, 'inner', 'a.ts'), 1, 1)
    expect(contentSum([folder])).toBe(before)
    renameSync(join(folder, 'inner', 'a.ts'), join(folder, 'inner', 'b.ts'))
    expect(contentSum([folder])).not.toBe(before)
    writeFileSync(join(folder, 'inner', 'b.ts'), 'two')
    renameSync(join(folder, 'inner', 'b.ts'), join(folder, 'inner', 'a.ts'))
    expect(contentSum([folder])).not.toBe(before)
  })

  test('takes what does not exist as absent', () => {
    expect(contentSum([folder, join(folder, 'none')])).toBe(contentSum([folder]))
  })
})

test('outlineSum sees that a file was written again or deleted', () => {
  const before = outlineSum([folder])
  expect(outlineSum([folder])).toBe(before)
  utimesSync(join(folder, 'inner', 'a.ts'), 1, 1)
  expect(outlineSum([folder])).not.toBe(before)
})
