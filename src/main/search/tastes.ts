import { setImmediate } from 'node:timers/promises'
import type { Likeness, Opinion, TagSuggestion } from '@shared/model/taste'
import type { ReadableDb } from '../database/handle'
import { all, column, sql, type Sql } from '../database/sql'
import { searchDocuments } from './documents'
import type { SearchDocument } from './document'
import type { SearchIndex } from './search-index'
import { Taste, type Example } from './taste'
import { splitWords } from './words'

/** From so many papers on, a tag is learnt from them; before, its name is all there is to go by. */
const fewest = 3
const mostLiked = 120
const mostOthers = 180
const mostSuggested = 5
/** Below this a suggestion is more often wrong than right. */
const likely = 0.65
const mostWords = 4

const dismissed = sql`SELECT paper_id FROM triage WHERE state = 'dismissed'`

interface Tag {
  id: number
  name: string
  colour: number
}

/** What the user picks: a model for each tag and one for what is kept, learnt from the library as it is asked for. */
export class Tastes {
  readonly #tastes = new Map<string, { taste: Taste; begunWith: number }>()
  #generation = -1

  constructor(
    private readonly db: ReadableDb,
    private readonly index: SearchIndex
  ) {}

  /** Which tags a paper might have, and whether it would be kept. Others may ask in between. */
  async opinionOf(paperId: number): Promise<Opinion> {
    const [paper] = searchDocuments(this.db, [paperId])
    if (paper === undefined) return { tags: [], keeping: null }
    const tags: TagSuggestion[] = []
    for (const tag of this.#tagsWithout(paperId)) {
      const suggestion = this.#suggestion(tag, paper)
      if (suggestion !== null) tags.push(suggestion)
      await setImmediate()
    }
    tags.sort((a, b) => b.likelihood - a.likelihood)
    const kept = this.#keeping()
    const judgement = kept?.judge(this.index.featuresOf(paper))
    return {
      tags: tags.slice(0, mostSuggested),
      keeping:
        judgement === undefined
          ? null
          : {
              likelihood: judgement.likelihood,
              words: this.#wordsOf(paper, judgement.deciding.slice(0, mostWords)),
              against: this.#wordsOf(paper, judgement.against.slice(0, mostWords))
            }
    }
  }

  /** Papers by how likely they are to be kept, the likeliest first; null where too little was kept yet. */
  byKeeping(ids: readonly number[]): number[] | null {
    const taste = this.#keeping()
    if (taste === null) return null
    const { scores } = this.index.rankByTaste(taste.weights, null)
    return [...ids].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  }

  /** How likely papers are to be kept; none where too little was kept yet. */
  likeness(ids: readonly number[]): Likeness[] {
    const taste = this.#keeping()
    if (taste === null) return []
    return searchDocuments(this.db, ids).map((paper) => ({
      id: paper.id,
      likelihood: taste.judge(this.index.featuresOf(paper)).likelihood
    }))
  }

  #suggestion(tag: Tag, paper: SearchDocument): TagSuggestion | null {
    const liked = sql`SELECT paper_id FROM paper_tag WHERE tag_id = ${tag.id}`
    const taste = this.#taste(`tag ${String(tag.id)}`, liked)
    if (taste !== null) {
      const { likelihood, deciding } = taste.judge(this.index.featuresOf(paper))
      if (likelihood < likely) return null
      const words = this.#wordsOf(paper, deciding.slice(0, mostWords))
      return {
        tagId: tag.id,
        name: tag.name,
        colour: tag.colour,
        likelihood,
        words,
        from: 'learnt'
      }
    }
    const names = splitWords(tag.name).flatMap(({ spellings }) => spellings.slice(0, 1))
    const wanted = [...this.index.termsOf(names.join(' ')).keys()]
    const present = this.index.termsOf(`${paper.title}\n${paper.abstract}`)
    if (wanted.length === 0 || wanted.length < names.length) return null
    if (!wanted.every((term) => present.has(term))) return null
    const words = this.#wordsOf(paper, wanted)
    return {
      tagId: tag.id,
      name: tag.name,
      colour: tag.colour,
      likelihood: likely,
      words,
      from: 'named'
    }
  }

  /** What is kept: by a word of the user, starred, tagged, written about; not what was dismissed or thrown away. */
  #keeping(): Taste | null {
    return this.#taste(
      'kept',
      sql`SELECT paper_id FROM (
            SELECT id AS paper_id FROM paper WHERE starred = 1
            UNION SELECT paper_id FROM paper_tag UNION SELECT paper_id FROM note WHERE body <> ''
            UNION SELECT paper_id FROM triage WHERE state = 'kept')
          WHERE paper_id NOT IN (${dismissed})`
    )
  }

  /** A model kept up with what is liked now; null while that is too little. */
  #taste(key: string, liked: Sql): Taste | null {
    const { generation } = this.index.index.vocabulary
    // Terms have other numbers now.
    if (generation !== this.#generation) this.#tastes.clear()
    this.#generation = generation
    const ids = column<number>(
      this.db,
      sql`SELECT p.id FROM paper p WHERE p.trashed_at IS NULL AND p.id IN (${liked})
          ORDER BY p.id DESC LIMIT ${mostLiked}`
    )
    if (ids.length < fewest) return null
    let known = this.#tastes.get(key)
    // What was no example of it may well be one now.
    if (known !== undefined && ids.length > known.begunWith * 1.5) known = undefined
    const taste = known?.taste ?? new Taste()
    if (known === undefined) this.#tastes.set(key, { taste, begunWith: ids.length })
    const others = known === undefined ? this.#others(liked, ids) : this.#unliked(taste, liked)
    const fresh = [
      ...ids.filter((id) => taste.isLiked(id) !== true).map((id) => [id, true] as const),
      ...others.filter((id) => taste.isLiked(id) !== false).map((id) => [id, false] as const)
    ]
    taste.learn(this.#examples(fresh))
    return taste
  }

  /**
   * Papers that are not liked: what was dismissed, went to the trash or has other tags; and of those that nobody has said
   * anything about the ones least like what is liked, since among the others some will be liked yet (the
   * reliable negatives of Li and Liu, 2003).
   */
  #others(liked: Sql, likedIds: readonly number[]): number[] {
    const decided = column<number>(
      this.db,
      sql`SELECT id FROM paper WHERE id NOT IN (${liked})
            AND (trashed_at IS NOT NULL OR id IN (${dismissed})
              OR id IN (SELECT paper_id FROM paper_tag))
          ORDER BY (id * 2654435761) % 1000003 LIMIT ${mostOthers}`
    )
    const undecided = column<number>(
      this.db,
      sql`SELECT id FROM paper WHERE id NOT IN (${liked})
            AND trashed_at IS NULL AND id NOT IN (SELECT paper_id FROM paper_tag)
            AND id NOT IN (${dismissed})
          ORDER BY (id * 2654435761) % 1000003 LIMIT ${2 * mostOthers}`
    )
    const mean = new Map<number, number>()
    for (const paper of searchDocuments(this.db, likedIds))
      for (const [term, worth] of this.index.featuresOf(paper))
        mean.set(term, (mean.get(term) ?? 0) + worth)
    const { scores } = this.index.rankByTaste(mean, null)
    const unlike = undecided
      .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
      .slice(0, Math.ceil(undecided.length / 2))
    return [...decided, ...unlike].slice(0, mostOthers)
  }

  /** Examples that are not liked any more, and what was dismissed or thrown away lately. */
  #unliked(taste: Taste, liked: Sql): number[] {
    const now = new Set(column<number>(this.db, liked))
    const thrown = column<number>(
      this.db,
      sql`SELECT id FROM (
            SELECT id, trashed_at AS since FROM paper WHERE trashed_at IS NOT NULL
            UNION SELECT paper_id, since FROM triage WHERE state = 'dismissed')
          ORDER BY since DESC LIMIT 50`
    ).filter((id) => !now.has(id))
    return [...taste.liked().filter((id) => !now.has(id)), ...thrown]
  }

  #examples(wanted: readonly (readonly [id: number, isLiked: boolean])[]): Map<number, Example> {
    const isLiked = new Map(wanted)
    const documents = searchDocuments(this.db, [...isLiked.keys()])
    return new Map(
      documents.map((paper) => [
        paper.id,
        { features: this.index.featuresOf(paper), isLiked: isLiked.get(paper.id) === true }
      ])
    )
  }

  #tagsWithout(paperId: number): Tag[] {
    return all<Tag>(
      this.db,
      sql`SELECT id, name, colour FROM tag WHERE id NOT IN
            (SELECT tag_id FROM paper_tag WHERE paper_id = ${paperId})`
    )
  }

  /** Terms as they first stand in a paper. */
  #wordsOf({ title, abstract, people }: SearchDocument, terms: readonly number[]): string[] {
    const words = new Map<number, string>()
    this.index.termsOf(`${title}\n${abstract}\n${people}`, (term, word) => {
      if (!words.has(term)) words.set(term, word)
    })
    return terms.flatMap((term) => words.get(term) ?? [])
  }
}
