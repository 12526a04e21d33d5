import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Project } from '@shared/model/latex'
import type { WritableDb } from '../../../../src/main/database/handle'
import { setCitationKey } from '../../../../src/main/library/citation-keys'
import {
  addToCollection,
  createCollection,
  deleteCollection
} from '../../../../src/main/library/collections'
import { change, redo, undo } from '../../../../src/main/library/journal'
import { editPaper, trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers, paperWithKey } from '../../../../src/main/library/papers'
import {
  createSavedSearch,
  deleteSavedSearch,
  editSavedSearch
} from '../../../../src/main/library/saved-searches'
import { addTag } from '../../../../src/main/library/tags'
import { entryText } from '../../../../src/main/session/entry-text'
import { LatexProjects } from '../../../../src/main/session/latex-projects'
import { fields, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

let db: WritableDb
let folder: string
let projects: LatexProjects
let failures: string[]
let taken: string[]
/** What saved searches find, by their queries. */
let answers: Map<string, number[]>

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** A paper by Ada Ono, with this key. */
function paper(key: string, title = `On ${key}`): number {
  const id = insertPaper(db, {
    ...{ title, issued: '2026', venue: 'Journal of Looms', type: 'article-journal' },
    creators: [{ role: 'author', name: { family: 'Ono', given: 'Ada', particle: '', suffix: '' } }]
  })
  change(db, { kind: 'key', count: 1, name: key }, (tx) => {
    setCitationKey(tx, id, key)
  })
  return id
}

function document(body: string, preamble = ''): string {
  return `\\documentclass{article}\n${preamble}\\begin{document}\n${body}\n\\bibliography{refs}\n\\end{document}\n`
}

/** The state of a project once all that has changed is taken in. */
async function settled(id: number): Promise<Project> {
  projects.notice()
  projects.papersChanged(null)
  return projects.get(id)
}

function kinds(project: Project): string[] {
  return project.list.map(({ kind, name }) => `${kind} ${name}`)
}

beforeEach(() => {
  db = newLibrary()
  folder = temporaryFolder()
  failures = []
  taken = []
  answers = new Map()
  projects = new LatexProjects({
    session: () => ({
      db,
      notice: () => undefined,
      answering: (query) => Promise.resolve(answers.get(query) ?? []),
      search: () =>
        Promise.resolve({
          hits: [],
          total: 0,
          pending: 0,
          mode: 'all' as const,
          elsewhere: 0
        }) as never
    }),
    entry: entryText,
    take: (text) => {
      taken.push(text)
      return Promise.resolve()
    },
    publish: (event, body) => {
      if (event === 'project:failed') failures.push((body as { message: string }).message)
    }
  })
  projects.start()
  onTestFinished(() => {
    projects.close()
  })
})

describe('a linked project', () => {
  it('keeps the .bib that it names to what it cites, through all its files', async () => {
    paper('one')
    paper('two')
    paper('three')
    mkdirSync(join(folder, 'chapters'))
    write(
      'main.tex',
      document('\\cite{one} \\input{chapters/a}', '\\newcommand{\\see}[1]{\\citep{#1}}\n')
    )
    write('chapters/a.tex', 'as \\see{two} % \\cite{three}')
    write('old.tex', '\\cite{three}')
    const id = await projects.link(folder)
    const project = await settled(id)
    expect(project).toMatchObject({
      health: 'ok',
      cited: 2,
      files: 2,
      bib: join(folder, 'refs.bib')
    })
    expect(read('refs.bib')).toMatch(/^@article\{one,[^]*\n\}\n\n@article\{two,[^]*\n\}\n$/)
    expect(project.entries.map(({ key, owner, title }) => [key, owner, title])).toEqual([
      ['one', 'ours', 'On one'],
      ['two', 'ours', 'On two']
    ])
    expect(project.writtenAt).not.toBeNull()
  })

  it('says in a sentence that the library could not remember what is to be written', async () => {
    paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(join(folder, 'main.tex'))
    await settled(id)
    const before = read('refs.bib')
    paper('two')
    write('main.tex', document('\\cite{one,two} and more'))
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const writing = vi.spyOn(db, 'transaction').mockImplementation(() => {
      throw full
    })
    expect((await settled(id)).failure).toMatch(/^The disk that holds .* is full\. Free some space/)
    expect(read('refs.bib')).toBe(before)
    writing.mockRestore()
    expect(await settled(id)).toMatchObject({ health: 'ok', failure: '' })
    expect(read('refs.bib')).toContain('@article{two,')
  })

  it('follows the text and the library, and writes nothing when nothing changed', async () => {
    const one = paper('one')
    paper('two')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(join(folder, 'main.tex'))
    await settled(id)
    const before = statSync(join(folder, 'refs.bib'), { bigint: true })
    await settled(id)
    expect(statSync(join(folder, 'refs.bib'), { bigint: true }).mtimeNs).toBe(before.mtimeNs)
    write('main.tex', document('\\cite{one,two} and more'))
    await settled(id)
    expect(read('refs.bib')).toContain('@article{two,')
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      editPaper(tx, one, { ...fields(getPapers(db, [one])[0]), title: 'A new title' })
    })
    await settled(id)
    expect(read('refs.bib')).toContain('A new title')
    change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, [one])
    })
    const project = await settled(id)
    expect(read('refs.bib')).not.toContain('@article{one')
    expect(kinds(project)).toEqual(['missing one'])
    undo(db)
    expect(kinds(await settled(id))).toEqual([])
    expect(read('refs.bib')).toContain('@article{one')
  })

  it('leaves what was written by hand, byte for byte', async () => {
    paper('one')
    const byHand = '@string{x = "y"}\r\n@Misc{own,\r\n  note = "by hand" }\r\n% end'
    write('refs.bib', byHand)
    write('main.tex', document('\\cite{one,own}'))
    const id = await projects.link(folder)
    const project = await settled(id)
    expect(read('refs.bib').startsWith(`${byHand}\r\n\r\n@article{one,\r\n`)).toBe(true)
    expect(kinds(project)).toEqual(['foreign refs.bib'])
    await projects.fix(id, { kind: 'take', key: '' })
    expect(taken[0]).toContain('@Misc{own,')
    write('main.tex', document('\\cite{own}'))
    await settled(id)
    expect(read('refs.bib')).toBe(byHand)
  })

  it('lists what is amiss, with the place and a fix', async () => {
    paper('ono2026looms')
    const renamed = paper('old')
    change(db, { kind: 'key', count: 1, name: 'new' }, (tx) => {
      setCitationKey(tx, renamed, 'new')
    })
    write('refs.bib', '@misc{dup, note={a}}\n@misc{dup, note={b}}\n@misc{Unused, note={c}}\n')
    write(
      'main.tex',
      document('\\cite{ono2026loom}\n\\cite{old}\\cite{unused2}\\cite{dup}\n\\cite{UNUSED}')
    )
    const id = await projects.link(folder)
    const project = await settled(id)
    expect(kinds(project)).toEqual([
      'missing ono2026loom',
      'former old',
      'missing unused2',
      'capitals UNUSED',
      'duplicate dup',
      'unused Unused',
      'foreign refs.bib'
    ])
    expect(project.list[0]?.places[0]).toMatchObject({ name: 'main.tex', line: 3, column: 7 })
    expect(project.list[0]?.fixes).toEqual([
      { kind: 'recite', key: 'ono2026loom', to: 'ono2026looms' }
    ])
    await projects.fix(id, { kind: 'recite', key: 'ono2026loom', to: 'ono2026looms' })
    await projects.fix(id, { kind: 'recite', key: 'old', to: 'new' })
    expect(read('main.tex')).toContain('\\cite{ono2026looms}\n\\cite{new}')
    expect(read('refs.bib')).toContain('@article{new,')
    undo(db)
    await settled(id)
    expect(read('main.tex')).toContain('\\cite{ono2026looms}\n\\cite{old}')
  })

  it('offers the choice where an entry of Sheaf’s was changed by hand', async () => {
    const id1 = paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    const edited = read('refs.bib').replace('On one', 'By hand')
    write('refs.bib', edited)
    const project = await settled(id)
    expect(kinds(project)).toEqual(['edited one'])
    expect(read('refs.bib')).toBe(edited)
    await projects.fix(id, { kind: 'take', key: 'one' })
    expect(getPapers(db, [id1])[0]?.title).toBe('By hand')
    expect(kinds(await settled(id))).toEqual([])
    write('refs.bib', read('refs.bib').replace('By hand', 'Again'))
    await settled(id)
    await projects.fix(id, { kind: 'write', key: 'one' })
    expect(read('refs.bib')).toContain('By hand')
    write('refs.bib', read('refs.bib').replace('By hand', 'Mine'))
    await settled(id)
    await projects.fix(id, { kind: 'leave', key: 'one' })
    expect(kinds(await settled(id))).toEqual([])
    expect(read('refs.bib')).toContain('Mine')
  })

  it('takes an entry out that nothing cites, or a second one of its key, and undo puts it back', async () => {
    paper('one')
    const byHand =
      '% mine\n@book{whole, title={A}}\n@inbook{part, crossref={whole}}\n@misc{idle, note={b}}\n\n@misc{twice, note={c}}\n@misc{Twice, note={d}}\n'
    write('refs.bib', byHand)
    write('main.tex', document('\\cite{part,twice}'))
    const id = await projects.link(folder)
    const project = await settled(id)
    expect(kinds(project).slice(0, 2)).toEqual(['duplicate twice', 'unused idle'])
    await projects.fix(id, { kind: 'remove', key: 'idle' })
    expect(read('refs.bib')).toBe(byHand.replace('@misc{idle, note={b}}\n', ''))
    await projects.fix(id, { kind: 'remove', key: 'twice' })
    expect(read('refs.bib')).not.toContain('Twice')
    expect(kinds(await settled(id))).toEqual(['foreign refs.bib'])

    // Sheaf has written into the file since: it is put back all the same, and keeps what came.
    write('main.tex', document('\\cite{part,twice,one}'))
    await settled(id)
    undo(db)
    await settled(id)
    undo(db)
    await settled(id)
    expect(read('refs.bib')).toContain('@article{one,')
    expect(read('refs.bib')).toContain('@misc{idle, note={b}}\n')
    expect(read('refs.bib')).toContain('@misc{Twice, note={d}}\n')
    redo(db)
    await settled(id)
    expect(read('refs.bib')).not.toContain('@misc{idle')
    await expect(projects.fix(id, { kind: 'remove', key: 'idle' })).rejects.toThrow('changed')
  })

  it('counts what only a run of LaTeX knows to be cited, as long as the text has it', async () => {
    paper('one')
    paper('gone')
    write('main.tex', document('\\mycommand{one}'))
    write('main.aux', '\\citation{one,gone}\n')
    write('refs.bib', '')
    const id = await projects.link(folder)
    await settled(id)
    expect(read('refs.bib')).toContain('@article{one')
    expect(read('refs.bib')).not.toContain('@article{gone')
  })

  it('can hold the papers of a tag, or all of them', async () => {
    const one = paper('one')
    paper('two')
    change(db, { kind: 'tag', count: 1, name: 'looms' }, (tx) => {
      addTag(tx, [one], 'looms')
    })
    write('main.tex', document('text'))
    write('refs.bib', '')
    const id = await projects.link(folder)
    projects.set(id, { source: { kind: 'tag', id: 1 } })
    await settled(id)
    expect(read('refs.bib')).toMatch(/^@article\{one,[^@]*$/)
    projects.set(id, { source: { kind: 'library' } })
    await settled(id)
    expect(read('refs.bib')).toContain('@article{two')
    projects.set(id, { source: { kind: 'tag', id: 99 } })
    expect(await settled(id)).toMatchObject({ health: 'failing' })
    expect(read('refs.bib')).toContain('@article{two')
  })

  it('can hold the papers of a collection and of those in it', async () => {
    const [one, two] = [paper('one'), paper('two')]
    paper('three')
    const thesis = change(db, { kind: 'collection-new', count: 1, name: 'Thesis' }, (tx) => {
      const top = createCollection(tx, { name: 'Thesis', parentId: null })
      const chapter = createCollection(tx, { name: 'Chapter', parentId: top })
      addToCollection(tx, [one], top)
      addToCollection(tx, [two], chapter)
      return top
    }).value
    write('main.tex', document('text'))
    write('refs.bib', '')
    const id = await projects.link(folder)
    projects.set(id, { source: { kind: 'collection', id: thesis } })
    await settled(id)
    expect(read('refs.bib').match(/^@article\{\w+/gm)).toEqual(['@article{one', '@article{two'])
    const before = read('refs.bib')
    change(db, { kind: 'collection-delete', count: 1, name: 'Thesis' }, (tx) => {
      deleteCollection(tx, thesis)
    })
    await projects.write(id)
    expect((await projects.get(id)).failure).toContain('The collection whose papers')
    expect(read('refs.bib')).toBe(before)
  })

  it('can hold what a saved search finds, and follows its query', async () => {
    const [one, two] = [paper('one'), paper('two')]
    answers.set('looms', [two, one]).set('sails', [two])
    const search = change(db, { kind: 'search-new', count: 1, name: 'Mine' }, (tx) =>
      createSavedSearch(tx, { name: 'Mine', query: 'looms' })
    ).value
    write('main.tex', document('text'))
    write('refs.bib', '')
    const id = await projects.link(folder)
    projects.set(id, { source: { kind: 'search', id: search } })
    await settled(id)
    expect(read('refs.bib').match(/^@article\{\w+/gm)).toEqual(['@article{one', '@article{two'])
    change(db, { kind: 'search-edit', count: 1, name: 'Mine' }, (tx) => {
      editSavedSearch(tx, search, { query: 'sails' })
    })
    projects.papersChanged([])
    await vi.waitFor(() => {
      expect(read('refs.bib')).toMatch(/^@article\{two,[^@]*$/)
    }, 5000)
    change(db, { kind: 'search-delete', count: 1, name: 'Mine' }, (tx) => {
      deleteSavedSearch(tx, search)
    })
    await projects.write(id)
    expect((await projects.get(id)).failure).toContain('The saved search whose papers')
    expect(read('refs.bib')).toContain('@article{two')
  })

  it('is paused, goes on, and is linked again by an undo', async () => {
    paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    projects.set(id, { paused: true })
    rmSync(join(folder, 'refs.bib'), { force: true })
    expect(await settled(id)).toMatchObject({ health: 'paused' })
    expect(() => read('refs.bib')).toThrow()
    projects.set(id, { paused: false })
    await projects.write(id)
    expect(read('refs.bib')).toContain('@article{one')
    projects.unlink(id)
    expect(projects.list()).toEqual([])
    undo(db)
    projects.notice()
    expect(projects.list()).toMatchObject([{ id }])
    await expect(projects.link(folder)).rejects.toThrow('linked already')
  })

  it('says why it cannot write, keeps the file, and goes on by itself', async () => {
    paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    rmSync(join(folder, 'refs.bib'))
    const gone = await settled(id)
    expect(gone).toMatchObject({ health: 'failing' })
    expect(gone.failure).toContain('is gone')
    await projects.write(id)
    expect(await settled(id)).toMatchObject({ health: 'ok', failure: '' })
    renameSync(folder, `${folder}-away`)
    expect((await settled(id)).failure).toContain('is not there any more')
    renameSync(`${folder}-away`, folder)
    expect(await settled(id)).toMatchObject({ health: 'ok' })
    write('refs.bib', '@misc{open, note = {x}\n\n@misc{other, note={y}}\n')
    const broken = await settled(id)
    expect(kinds(broken)).toContain('broken refs.bib')
    expect(read('refs.bib')).not.toContain('@article{one')
  })

  it('follows a symbolic link and keeps the file’s mode', async () => {
    paper('one')
    const elsewhere = temporaryFolder()
    writeFileSync(join(elsewhere, 'real.bib'), '')
    chmodSync(join(elsewhere, 'real.bib'), 0o640)
    symlinkSync(join(elsewhere, 'real.bib'), join(folder, 'refs.bib'))
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    expect(readFileSync(join(elsewhere, 'real.bib'), 'utf8')).toContain('@article{one')
    expect(statSync(join(elsewhere, 'real.bib')).mode & 0o777).toBe(0o640)
  })

  it('does not empty its .bib while an editor replaces a file of the text', async () => {
    paper('one')
    write('main.tex', document('\\input{part}'))
    write('part.tex', '\\cite{one}')
    const id = await projects.link(folder)
    await settled(id)
    const whole = read('refs.bib')
    rmSync(join(folder, 'part.tex'))
    await settled(id)
    expect(read('refs.bib')).toBe(whole)
    write('part.tex', '\\cite{one} more')
    await settled(id)
    expect(read('refs.bib')).toBe(whole)
  })

  it('leaves to another .bib of the project what that has', async () => {
    paper('one')
    write('own.bib', '@misc{one, note={mine}}')
    write('main.tex', document('\\cite{one}').replace('refs', 'refs,own'))
    write('refs.bib', '')
    const id = await projects.link(folder)
    expect(await settled(id)).toMatchObject({ health: 'ok' })
    expect(read('refs.bib')).toBe('')
  })
})

describe('a key that is changed', () => {
  it('is shown at every place, changed in every file, and put back by an undo', async () => {
    const one = paper('one')
    write('main.tex', document('\\cite{one} and \\citep[3]{two,one} % \\cite{one}\n\\input{part}'))
    write('part.tex', 'Gr\u00fc\u00dfe, \\autocites{one}{three}')
    write('refs.bib', '@inproceedings{mine, crossref = {one}}\n')
    const id = await projects.link(folder)
    await settled(id)
    const before = ['main.tex', 'part.tex', 'refs.bib'].map(read)
    const { places, files } = projects.previewKey(one, 'ono2026')
    expect(files).toBe(3)
    expect(places.map(({ name, line }) => `${name} ${String(line)}`)).toEqual([
      ...['main.tex 3', 'main.tex 3', 'part.tex 1', 'refs.bib 1', 'refs.bib 3']
    ])
    expect(places[0]).toMatchObject({
      before: '\\cite{one} and \\citep[3]{two,one} % \\cite{one}',
      after: '\\cite{ono2026} and \\citep[3]{two,one} % \\cite{one}'
    })
    const { left } = projects.setKey(one, 'ono2026', true)
    expect(left).toEqual([])
    await settled(id)
    expect(read('main.tex')).toContain('\\cite{ono2026} and \\citep[3]{two,ono2026} % \\cite{one}')
    expect(read('part.tex')).toBe('Gr\u00fc\u00dfe, \\autocites{ono2026}{three}')
    expect(read('refs.bib')).toContain('crossref = {ono2026}')
    expect(read('refs.bib')).toContain('@article{ono2026,')
    expect(paperWithKey(db, 'one')).toBe(one)
    undo(db)
    await settled(id)
    expect(['main.tex', 'part.tex', 'refs.bib'].map(read)).toEqual(before)
    redo(db)
    const project = await settled(id)
    expect(read('part.tex')).toContain('ono2026')
    expect(project.entries).toMatchObject([{ owner: 'theirs' }, { key: 'ono2026', owner: 'ours' }])
  })

  it('stays where a file was changed since, and that is said', async () => {
    const one = paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    projects.setKey(one, 'ono2026', true)
    write('main.tex', `${read('main.tex')}% more\n`)
    undo(db)
    const project = await settled(id)
    expect(failures).toEqual(['“main.tex” was changed since, and still has the key ono2026.'])
    expect(read('main.tex')).toContain('\\cite{ono2026}')
    expect(kinds(project)).toEqual(['missing ono2026'])
  })

  it('goes back in a .bib that was written into meanwhile, which keeps what came', async () => {
    const one = paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    projects.setKey(one, 'ono2026', true)
    write('refs.bib', `@misc{mine, note={n}}\n${read('refs.bib')}`)
    undo(db)
    await settled(id)
    expect(failures).toEqual([])
    expect(read('refs.bib')).toMatch(/^@misc\{mine, note=\{n\}\}\n@article\{one,/)
    expect(read('refs.bib')).not.toContain('ono2026')
  })

  it('is left in the files where the user wants that', async () => {
    const one = paper('one')
    write('main.tex', document('\\cite{one}'))
    const id = await projects.link(folder)
    await settled(id)
    projects.setKey(one, 'ono2026', false)
    const project = await settled(id)
    expect(read('main.tex')).toContain('\\cite{one}')
    expect(kinds(project)).toEqual(['former one'])
  })

  it('is made anew with others in one step, in files too, even where two swap theirs', async () => {
    const looms = paper('ono2026rivers', 'Looms')
    const rivers = paper('ono2026looms', 'Rivers')
    const banks = paper('banks', 'Banks')
    const ids = [looms, rivers, banks]
    const text = '\\cite{ono2026rivers,ono2026looms} \\cite{banks} \\cite{ono2026rivers}'
    write('main.tex', document(text))
    write('refs.bib', '@inproceedings{mine, crossref = {banks}}\n')
    const id = await projects.link(folder)
    await settled(id)
    const before = ['main.tex', 'refs.bib'].map(read)
    expect(projects.previewKeys(ids)).toMatchObject({ total: 8, files: 2 })
    expect(projects.remakeKeys(ids, true)).toMatchObject({ files: 2, left: [] })
    const project = await settled(id)
    expect(read('main.tex')).toBe(
      document('\\cite{ono2026looms,ono2026rivers} \\cite{ono2026banks} \\cite{ono2026looms}')
    )
    expect(read('refs.bib')).toContain('crossref = {ono2026banks}')
    expect(project.entries.slice(1)).toMatchObject([
      { key: 'ono2026looms', owner: 'ours', paperId: looms },
      { key: 'ono2026rivers', owner: 'ours', paperId: rivers },
      { key: 'ono2026banks', owner: 'ours', paperId: banks }
    ])
    undo(db)
    await settled(id)
    expect(['main.tex', 'refs.bib'].map(read)).toEqual(before)
    redo(db)
    expect(kinds(await settled(id))).toEqual(['unused mine', 'foreign refs.bib'])
    expect(read('main.tex')).toContain('\\cite{ono2026banks}')
  })
})
