import { describe, expect, it } from 'vitest'
import type { JournalledDb, WritableDb } from '../../../../src/main/database/handle'
import { all, sql } from '../../../../src/main/database/sql'
import { change, redo, undo } from '../../../../src/main/library/journal'
import {
  applyTagRule,
  listTagRules,
  papersToTag,
  saveTagRule
} from '../../../../src/main/library/tag-rules'
import {
  addTag,
  deleteTags,
  mergeTags,
  recolourTags,
  removeTag,
  renameTag,
  tagNamed
} from '../../../../src/main/library/tags'
import { listIds } from '../../../../src/main/library/views'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

const byTitle = { column: 'title', descending: false } as const

function make(db: WritableDb, write: (tx: JournalledDb) => void): void {
  change(db, { kind: 'tag', count: 1, name: '' }, write)
}

/** The library with a paper for each of these lists of tags. */
function tagged(...lists: string[][]): { db: WritableDb; papers: number[] } {
  const db = newLibrary()
  const papers = lists.map((names, index) => {
    const id = insertPaper(db, { title: `Paper ${String(index)}` })
    for (const name of names)
      make(db, (tx) => {
        addTag(tx, [id], name)
      })
    return id
  })
  return { db, papers }
}

function names(db: WritableDb): string[] {
  return all<{ name: string }>(db, sql`SELECT name FROM tag ORDER BY name`).map(({ name }) => name)
}

function idOf(db: WritableDb, name: string): number {
  const id = tagNamed(db, name)
  if (id === null) throw new Error(`No tag ${name}`)
  return id
}

describe('nested tags', () => {
  it('come with those above them, in their colour', () => {
    const { db } = tagged(['ml/theory / bounds'], ['ml'], ['history'])
    expect(names(db)).toEqual(['history', 'ml', 'ml/theory', 'ml/theory/bounds'])
    const colours = all<{ colour: number }>(
      db,
      sql`SELECT DISTINCT colour FROM tag WHERE name LIKE 'ml%'`
    )
    expect(colours).toHaveLength(1)
  })

  it('show the papers of those under them, and of several tags those with each', () => {
    const { db, papers } = tagged(['ml/theory'], ['ml', 'ml/theory'], ['ml', 'history'], ['mlx'])
    const [first, second, third] = papers
    expect(listIds(db, { kind: 'tag', id: idOf(db, 'ml') }, byTitle)).toEqual([
      first,
      second,
      third
    ])
    expect(listIds(db, { kind: 'tag', id: idOf(db, 'ml/theory') }, byTitle)).toEqual([
      first,
      second
    ])
    const both = [idOf(db, 'ml'), idOf(db, 'history')]
    expect(listIds(db, { kind: 'tags', ids: both }, byTitle)).toEqual([third])
  })

  it('go with their last paper, and those above them that nothing else uses', () => {
    const { db, papers } = tagged(['ml/theory/bounds'], ['ml/vision'])
    const [first = 0] = papers
    make(db, (tx) => {
      removeTag(tx, [first], idOf(db, 'ml/theory/bounds'))
    })
    expect(names(db)).toEqual(['ml', 'ml/vision'])
  })

  it('take those under them along when they are renamed, and come back by an undo', () => {
    const { db } = tagged(['ml/theory'], ['ml'])
    const before = contentOf(db)
    make(db, (tx) => {
      renameTag(tx, idOf(db, 'ml'), 'learning/machines')
    })
    expect(names(db)).toEqual(['learning', 'learning/machines', 'learning/machines/theory'])
    const after = contentOf(db)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  })

  it('can be renamed to lie under what they were called', () => {
    const { db } = tagged(['ml'], ['ml/theory'])
    make(db, (tx) => {
      renameTag(tx, idOf(db, 'ml'), 'ml/old')
    })
    expect(names(db)).toEqual(['ml', 'ml/old', 'ml/old/theory'])
  })

  it('refuse the name of another, and say what to do', () => {
    const { db } = tagged(['ml'], ['learning'])
    expect(() => {
      make(db, (tx) => {
        renameTag(tx, idOf(db, 'ml'), 'Learning')
      })
    }).toThrow('Merge “ml” into it')
    make(db, (tx) => {
      renameTag(tx, idOf(db, 'ml'), 'ML')
    })
    expect(names(db)).toEqual(['learning', 'ML'])
  })

  it('are merged with all under them, each paper once', () => {
    const { db, papers } = tagged(['ml/theory'], ['learning/theory', 'ml/theory'], ['ml/vision'])
    const before = contentOf(db)
    make(db, (tx) => {
      mergeTags(tx, [idOf(db, 'ml')], idOf(db, 'learning'))
    })
    expect(names(db)).toEqual(['learning', 'learning/theory', 'learning/vision'])
    const theory = { kind: 'tag', id: idOf(db, 'learning/theory') } as const
    expect(listIds(db, theory, byTitle)).toEqual(papers.slice(0, 2))
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('cannot be merged into one under them', () => {
    const { db } = tagged(['ml/theory'])
    expect(() => {
      make(db, (tx) => {
        mergeTags(tx, [idOf(db, 'ml')], idOf(db, 'ml/theory'))
      })
    }).toThrow('Merge the other way around')
  })

  it('are deleted with those under them, and their papers stay', () => {
    const { db, papers } = tagged(['ml/theory'], ['ml'], ['history'])
    const before = contentOf(db)
    make(db, (tx) => {
      deleteTags(tx, [idOf(db, 'ml'), idOf(db, 'ml/theory')])
    })
    expect(names(db)).toEqual(['history'])
    expect(listIds(db, { kind: 'library' }, byTitle)).toEqual(papers)
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('are given another colour, several at once', () => {
    const { db } = tagged(['a'], ['b'])
    make(db, (tx) => {
      recolourTags(tx, [idOf(db, 'a'), idOf(db, 'b')], 6)
    })
    expect(all(db, sql`SELECT DISTINCT colour FROM tag`)).toEqual([{ colour: 6 }])
  })
})

describe('a rule that tags', () => {
  const [rule] = [{ id: null, query: 'looms', tag: 'weaving', enabled: true }]

  function ruled(): { db: WritableDb; papers: number[] } {
    const { db, papers } = tagged([], [], ['weaving'])
    make(db, (tx) => {
      saveTagRule(tx, rule)
    })
    return { db, papers }
  }

  it('passes over papers that have the tag, lie in the trash, or had it taken off by hand', () => {
    const { db, papers } = ruled()
    const [first = 0, second = 0, third = 0] = papers
    const [made] = listTagRules(db)
    if (made === undefined) throw new Error('no rule')
    expect(papersToTag(db, made, papers)).toEqual([first, second])
    make(db, (tx) => {
      applyTagRule(tx, made, [first, second])
    })
    make(db, (tx) => {
      removeTag(tx, [second, third], made.tagId)
    })
    expect(papersToTag(db, made, papers)).toEqual([])
    make(db, (tx) => {
      addTag(tx, [second], 'weaving')
    })
    make(db, (tx) => {
      renameTag(tx, made.tagId, 'cloth')
    })
    expect(listTagRules(db)).toMatchObject([{ tag: 'cloth', query: 'looms' }])
  })

  it('keeps its tag, though no paper has it', () => {
    const { db, papers } = ruled()
    make(db, (tx) => {
      removeTag(tx, papers, idOf(db, 'weaving'))
    })
    expect(names(db)).toEqual(['weaving'])
  })
})
