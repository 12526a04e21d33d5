import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ArchivedLibrary, ArchiveManifest } from '@shared/model/archived-library'
import { AppError } from '@shared/ipc/error'
import type { WritableDb } from '../../../../../src/main/database/handle'
import { attach, storeContent } from '../../../../../src/main/library/attachments'
import { change } from '../../../../../src/main/library/journal'
import { addNote } from '../../../../../src/main/library/notes'
import { addTag } from '../../../../../src/main/library/tags'
import {
  restoreArchive,
  restoreInFolder
} from '../../../../../src/main/session/archive/restore-archive'
import { writeArchive } from '../../../../../src/main/session/archive/write-archive'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../../support/library'

type Files = Record<string, Uint8Array>

const { signal } = new AbortController()
let good: Uint8Array
let folder: string
let db: WritableDb

/** A library with two papers, a tag, a note and a file, exported. */
async function exported(): Promise<Uint8Array> {
  const from = temporaryFolder()
  const source = newLibrary(from)
  const one = insertPaper(source, {
    title: 'Sheaves',
    identifiers: [{ scheme: 'doi', value: '10.1/x', version: null }]
  })
  insertPaper(source, { title: 'Stalks' })
  change(source, { kind: 'edit', count: 1, name: '' }, (tx) => {
    addTag(tx, [one], 'ml/theory')
    addNote(tx, one, 'To be read.')
    attach(tx, one, storeContent(from, 'sheaves.pdf', Buffer.from('%PDF-1.7 made up')))
  })
  const path = join(from, 'good.zip')
  await writeArchive(from, path, { program: 'Sheaf', colourNames: [], signal })
  return readFileSync(path)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The archive with files changed, and a manifest that is right about them. */
function packed(alter: (files: Files) => void, isManifestRight = true): Uint8Array {
  const files = unzipSync(good)
  alter(files)
  if (isManifestRight) {
    const manifest = manifestOf(files)
    manifest.files = Object.entries(files)
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) }))
    files['manifest.json'] = Buffer.from(JSON.stringify(manifest))
  }
  return zipSync(files)
}

function manifestOf(files: Files): ArchiveManifest {
  return JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as ArchiveManifest
}

/** The archive with another library in it. */
function withLibrary(alter: (library: ArchivedLibrary) => void): Uint8Array {
  return packed((files) => {
    const library = JSON.parse(
      Buffer.from(files['library.json'] ?? []).toString()
    ) as ArchivedLibrary
    alter(library)
    files['library.json'] = Buffer.from(JSON.stringify(library))
  })
}

function paperOf(library: ArchivedLibrary): ArchivedLibrary['papers'][number] {
  const [paper] = library.papers
  if (paper === undefined) throw new Error('No paper')
  return paper
}

async function open(bytes: Uint8Array): Promise<unknown> {
  const path = join(temporaryFolder(), 'some.zip')
  writeFileSync(path, bytes)
  return restoreArchive(db, folder, path, { signal })
}

beforeEach(async () => {
  good = await exported()
  folder = temporaryFolder()
  db = newLibrary(folder)
})

const cases: [what: string, says: RegExp, make: () => Uint8Array][] = [
  ['no zip at all', /is no library that Sheaf exported/, () => Buffer.from('not a zip')],
  ['nothing', /is no library that Sheaf exported/, () => new Uint8Array()],
  [
    'another zip',
    /is no library that Sheaf exported/,
    () => zipSync({ 'a.txt': Buffer.from('a') })
  ],
  ['half an archive', /is no library|is damaged/, () => good.subarray(0, good.length / 2)],
  [
    'a path out of the archive',
    /names a place outside/,
    () => packed((files) => (files['../../evil.txt'] = Buffer.from('x')))
  ],
  [
    'a path from the root',
    /names a place outside/,
    () => packed((files) => (files['/etc/evil.txt'] = Buffer.from('x')))
  ],
  [
    'a path with a drive',
    /names a place outside/,
    () => packed((files) => (files['C:\\evil.txt'] = Buffer.from('x')))
  ],
  [
    'a missing file',
    /is missing from/,
    () =>
      packed((files) => {
        Reflect.deleteProperty(files, 'library.bib')
      }, false)
  ],
  [
    'a file of another size',
    /is not what was exported/,
    () => packed((files) => (files['library.bib'] = Buffer.from('% changed')), false)
  ],
  [
    'a file of the same size that says something else',
    /is not what was exported/,
    () =>
      packed((files) => {
        const name = Object.keys(files).find((path) => path.startsWith('files/')) ?? ''
        files[name] = Buffer.from('%PDF-1.7 made UP')
      }, false)
  ],
  [
    'JSON that ends early',
    /cannot be understood \(library\.json\)/,
    () => packed((files) => (files['library.json'] = Buffer.from('{"format": "sheaf-library"')))
  ],
  [
    'JSON of something else',
    /is no library that Sheaf exported/,
    () => packed((files) => (files['library.json'] = Buffer.from('[]')))
  ],
  [
    'a newer version',
    /was exported by a newer Sheaf/,
    () =>
      packed((files) => {
        const manifest = { ...manifestOf(files), version: 2, unheardOf: true }
        files['manifest.json'] = Buffer.from(JSON.stringify(manifest))
      }, false)
  ],
  [
    'a library of a newer version',
    /was exported by a newer Sheaf/,
    () => withLibrary((library) => Object.assign(library, { version: 7 }))
  ],
  [
    'a paper without a title',
    /cannot be understood \(library\.json: papers\[0\]\)/,
    () => withLibrary((library) => Reflect.deleteProperty(paperOf(library), 'title'))
  ],
  [
    'two papers of one key',
    /is there twice/,
    () =>
      withLibrary((library) =>
        library.papers.push({ ...paperOf(library), key: paperOf(library).key.toUpperCase() })
      )
  ],
  [
    'a tag that is not there',
    /there is no tag “gone”/,
    () => withLibrary((library) => paperOf(library).tags.push('gone'))
  ],
  [
    'a project of a collection that is not there',
    /there is no collection “a\/gone”/,
    () =>
      withLibrary((library) => {
        library.collections.push({ name: 'a', papers: [], collections: [] })
        library.projects.push({
          ...{ path: '/thesis', bib: '', dialect: 'bibtex', linkedAt: '2026-03-14T00:00:00.000Z' },
          source: { kind: 'collection', path: ['a', 'gone'] }
        })
      })
  ],
  [
    'a collection with a paper that is not there',
    /there is no paper “gone”/,
    () =>
      withLibrary((library) =>
        library.collections.push({ name: 'a', papers: ['gone'], collections: [] })
      )
  ],
  [
    'collections without end',
    /cannot be understood/,
    () =>
      packed((files) => {
        const text = Buffer.from(files['library.json'] ?? []).toString()
        const deep = '{"name":"a","papers":[],"collections":['.repeat(100_000)
        const whole = `"collections": [${deep}${']}'.repeat(100_000)}]`
        files['library.json'] = Buffer.from(text.replace('"collections": []', whole))
      })
  ],
  [
    'a value that is neither text nor people',
    /cannot be understood/,
    () =>
      withLibrary((library) =>
        paperOf(library).statements.push({
          ...{ field: 'title', source: '', chosen: false, saidAt: '' },
          value: { length: 1 } as never
        })
      )
  ],
  [
    'an attachment that could be run',
    /is no file that can be attached/,
    () =>
      withLibrary((library) =>
        Object.assign(paperOf(library).attachments[0] ?? {}, { name: 'x.exe' })
      )
  ],
  [
    'an attachment without a hash',
    /cannot be understood/,
    () =>
      withLibrary((library) =>
        Object.assign(paperOf(library).attachments[0] ?? {}, { sha256: '../../../evil' })
      )
  ],
  [
    'a note whose history begins nowhere',
    /no such history/,
    () =>
      withLibrary((library) =>
        paperOf(library).noteHistory.unshift({ savedAt: '', keeps: { head: 9, tail: 9 }, text: '' })
      )
  ],
  [
    'what the library’s tables refuse',
    /cannot be understood \(library\.json\)/,
    () =>
      withLibrary((library) => {
        const [identifier] = paperOf(library).identifiers
        if (identifier !== undefined) paperOf(library).identifiers.push(identifier)
      })
  ],
  [
    'a file that is larger than the directory says',
    /is damaged/,
    () => {
      const bytes = Buffer.from(packed(() => undefined))
      const at = bytes.lastIndexOf('manifest.json') - 46
      bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 1, at + 24)
      return bytes
    }
  ],
  [
    'an encrypted file',
    /is encrypted/,
    () => {
      const bytes = Buffer.from(packed(() => undefined))
      const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
      bytes.writeUInt16LE(1, at + 8)
      return bytes
    }
  ]
]

describe('An archive that is not as it should be', () => {
  it.each(cases)('is refused and changes nothing: %s', async (_what, says, make) => {
    const before = contentOf(db)
    const error = await open(make()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).message).toMatch(says)
    expect(contentOf(db)).toEqual(before)
    const files = join(folder, 'files')
    const left = existsSync(files)
      ? readdirSync(files, { recursive: true, withFileTypes: true })
      : []
    expect(left.filter((entry) => entry.isFile())).toEqual([])
  })

  it('is a clear error or nothing at all, whichever byte of it is another', async () => {
    for (let at = 0; at < good.length; at += 41) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      const opened = await open(bytes).catch((thrown: unknown) => thrown)
      if (opened instanceof Error) {
        expect(opened).toBeInstanceOf(AppError)
        expect(contentOf(db)['paper']).toEqual([])
      } else {
        folder = temporaryFolder()
        db = newLibrary(folder)
      }
    }
  })

  it('makes nothing in a new folder', async () => {
    const path = join(temporaryFolder(), 'bad.zip')
    writeFileSync(
      path,
      withLibrary((library) => paperOf(library).tags.push('gone'))
    )
    const target = join(temporaryFolder(), 'new')
    await expect(restoreInFolder(target, path, { signal })).rejects.toThrow(/there is no tag/)
    expect(existsSync(target)).toBe(false)
  })
})

describe('An exported library', () => {
  it('is not opened in a library that has something', async () => {
    insertPaper(db)
    const before = contentOf(db)
    await expect(open(good)).rejects.toThrow(/This library is not empty/)
    expect(contentOf(db)).toEqual(before)
  })

  it('is opened in a folder that has no library yet, and only there', async () => {
    const path = join(temporaryFolder(), 'good.zip')
    writeFileSync(path, good)
    const target = join(temporaryFolder(), 'new')
    await expect(restoreInFolder(target, path, { signal })).resolves.toMatchObject({
      papers: 2,
      files: 1
    })
    await expect(restoreInFolder(target, path, { signal })).rejects.toThrow(/There is a library in/)
  })

  it('leaves nothing behind when its opening is cancelled', async () => {
    const path = join(temporaryFolder(), 'good.zip')
    writeFileSync(path, good)
    const controller = new AbortController()
    const opening = restoreArchive(db, folder, path, {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === 'adding') controller.abort()
      }
    })
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
    expect(contentOf(db)['paper']).toEqual([])
    await expect(open(good)).resolves.toMatchObject({ papers: 2 })
  })

  it('never links a file on another computer', async () => {
    const elsewhere = '//attacker/share/x.pdf'
    await open(
      withLibrary((library) =>
        Object.assign(paperOf(library).attachments[0] ?? {}, { linkedTo: elsewhere })
      )
    )
    expect(contentOf(db)['attachment']).toMatchObject([{ path: '' }])
  })

  it('does not come to be where its export is cancelled, and what was there stays', async () => {
    const source = temporaryFolder()
    insertPaper(newLibrary(source))
    const path = join(temporaryFolder(), 'old.zip')
    writeFileSync(path, 'what was there')
    const controller = new AbortController()
    controller.abort()
    const exporting = writeArchive(source, path, {
      ...{ program: 'Sheaf', colourNames: [], signal: controller.signal }
    })
    await expect(exporting).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(path, 'utf8')).toBe('what was there')
    expect(readdirSync(join(path, '..'))).toEqual(['old.zip'])
  })

  it('has files whose names no system refuses', async () => {
    const source = temporaryFolder()
    mkdirSync(source, { recursive: true })
    const from = newLibrary(source)
    for (const name of ['CON.pdf', 'a:b?.pdf', 'A:B?.pdf', `${'ü'.repeat(120)}.pdf`]) {
      const id = insertPaper(from, { title: name })
      change(from, { kind: 'attach', count: 1, name }, (tx) => {
        attach(tx, id, storeContent(source, name, Buffer.from(name)))
      })
    }
    const path = join(source, 'names.zip')
    await writeArchive(source, path, { program: 'Sheaf', colourNames: [], signal })
    const names = Object.keys(unzipSync(readFileSync(path)))
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^([^<>:"\\|?*]{1,240})$/)
  })
})
