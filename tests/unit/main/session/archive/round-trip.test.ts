import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { archiveManifest } from '@shared/model/archived-library'
import { closeLibrary, openLibrary } from '../../../../../src/main/database/open'
import { redo, undo } from '../../../../../src/main/library/journal'
import { isEmptyLibrary } from '../../../../../src/main/library/restored'
import { restoreArchive } from '../../../../../src/main/session/archive/restore-archive'
import { writeArchive } from '../../../../../src/main/session/archive/write-archive'
import { counted } from '../../../support/count'
import { librarySteps, takeSteps, type Step } from '../../../support/random-library'

/** `npm run fuzz:archive -- COUNT SEED` sets these. */
const count = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 30)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 1)

const { signal } = new AbortController()
const options = { program: 'Sheaf', colourNames: ['', 'Important'], signal }

/** Every file of an archive but its manifest, with its sum as that has it: `library.json`, attachments, notes. */
function sumsOf(path: string): Record<string, string> {
  const files = unzipSync(readFileSync(path))
  const manifest = archiveManifest.parse(
    JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())
  )
  expect(Object.keys(files).sort()).toEqual(
    [...manifest.files.map((file) => file.path), 'manifest.json'].sort()
  )
  return Object.fromEntries(manifest.files.map((file) => [file.path, file.sha256]))
}

async function roundTrip(steps: readonly Step[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'sheaf-archive-'))
  const [from, to] = [join(root, 'from'), join(root, 'to')]
  mkdirSync(from)
  const source = openLibrary(from)
  const target = openLibrary(to)
  // What is on disk after a power cut is no matter here.
  for (const db of [source, target]) db.pragma('synchronous = OFF')
  try {
    takeSteps(source, from, steps)
    const [first, second, third] = ['1.zip', '2.zip', '3.zip'].map((name) => join(root, name))
    if (first === undefined || second === undefined || third === undefined) return
    const exported = await writeArchive(from, first, options)
    const opened = await restoreArchive(target, to, first, { signal })
    expect(opened).toEqual(exported)
    await writeArchive(to, second, options)
    expect(sumsOf(second)).toEqual(sumsOf(first))
    if (exported.papers === 0) return
    undo(target)
    expect(isEmptyLibrary(target)).toBe(true)
    redo(target)
    await writeArchive(to, third, options)
    expect(sumsOf(third)).toEqual(sumsOf(first))
  } finally {
    closeLibrary(source)
    closeLibrary(target)
    rmSync(root, { recursive: true, force: true })
  }
}

describe('A library that was exported and opened again', () => {
  it(
    'is the same library, also after undo and redo',
    { timeout: 60_000 + count * 2000 },
    async (context) => {
      counted(context, count)
      await fc.assert(fc.asyncProperty(librarySteps(60), roundTrip), {
        ...{ numRuns: count, seed, endOnFailure: count > 100 }
      })
    }
  )
})
