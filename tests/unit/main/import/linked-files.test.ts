import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../src/main/import/read'
import { applyImport } from '../../../../src/main/import/apply'
import { filesIn } from '../../../../src/main/import/bibtex/files'
import { attachmentFile } from '../../../../src/main/library/attachments'
import { getPapers } from '../../../../src/main/library/papers'
import { listIds } from '../../../../src/main/library/views'
import { newLibrary, temporaryFolder } from '../../support/library'

describe('the file field of an entry', () => {
  it.each([
    ['Full Text PDF:files/12/weber.pdf:application/pdf', ['files/12/weber.pdf']],
    [':papers/weber.pdf:PDF;Slides:talks/weber.pdf:PDF', ['papers/weber.pdf', 'talks/weber.pdf']],
    [':C\\:\\\\papers\\\\weber.pdf:PDF', ['C:\\papers\\weber.pdf']],
    ['paper\\; the second.pdf', ['paper; the second.pdf']],
    ['https://example.org/weber.pdf', []],
    ['', []]
  ])('%s names %j', (field, files) => {
    expect(filesIn(field)).toEqual(files)
  })
})

describe('a file that a reference brings along', () => {
  const pdf = '%PDF-1.4 of Weber'

  async function load(attaching: 'copy' | 'link') {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, 'files', 'weber.pdf'), pdf)
    writeFileSync(join(folder, 'secret.pdf'), 'a private key')
    const path = join(folder, 'refs.bib')
    writeFileSync(
      path,
      '@article{w, title = {Cloth}, groups = {To read}, file = {:files/weber.pdf:PDF;:secret.pdf:PDF;:gone.pdf:PDF}}'
    )
    const files = await readSource({ path, name: 'refs.bib' })
    const db = newLibrary()
    const library = temporaryFolder()
    const applying = applyImport(db, files, { folder: library, attaching })
    let step = applying.next()
    while (!step.done) step = applying.next()
    const paper = getPapers(
      db,
      listIds(db, { kind: 'library' }, { column: 'added', descending: true })
    )[0]
    const [attachment] = paper?.attachments ?? []
    return {
      report: step.value,
      paper,
      at: attachmentFile(db, library, attachment?.id ?? 0),
      folder,
      library
    }
  }

  it('is copied into the library, and what is missing or no document is told', async () => {
    const { report, paper, at, library } = await load('copy')
    expect(at.path.startsWith(library)).toBe(true)
    expect(paper?.attachments).toHaveLength(1)
    expect(paper?.tags.map(({ name }) => name)).toEqual(['To read'])
    expect(report.skipped.map(({ reason }) => reason.slice(0, 27))).toEqual([
      'The file secret.pdf of “Clo',
      'The file gone.pdf of “Cloth'
    ])
  })

  it('is linked where it lies, when the user wants that', async () => {
    const { at, folder } = await load('link')
    expect(at.path).toBe(join(folder, 'files', 'weber.pdf'))
  })
})
