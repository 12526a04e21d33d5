import { isUnder, lastPart, namesAbove } from '@shared/text/tag-name'
import type { ProjectSummary } from '@shared/model/latex'
import type { Sidebar, View } from '@shared/model/view'
import { words } from '../../messages/words'

/** Places that hold no papers of their own, which the list would show. */
const elsewhere = ['annotations', 'subscriptions', 'pictures'] as const
export const places = [
  ...([
    'inbox',
    'library',
    'unread',
    'starred',
    'incomplete',
    'updated',
    'unfiled',
    'untagged'
  ] as const),
  'trending',
  ...elsewhere,
  'dismissed',
  'trash'
] as const
export type Place = (typeof places)[number]
export const sections = [
  ...(['digests', 'files', 'searches', 'collections', 'tags'] as const),
  'projects'
] as const
export type Section = (typeof sections)[number]

/** What a line of the sidebar stands for. */
export type Target =
  | { kind: 'place'; place: Place }
  | { kind: 'section'; section: Section }
  | { kind: 'digest' | 'search' | 'collection' | 'tag' | 'project'; id: number }

/** A line of the sidebar's tree. */
export interface TreeNode {
  /** One that stays from day to day: what is folded is remembered by it. */
  key: string
  target: Target
  /** From 1. */
  level: number
  label: string
  /** The whole name, where the label is a part of it, and more to know. */
  hint: string
  count: string
  /** Of a digest, the share of its papers that are decided about, from 0 to 1; null where all are. */
  decided: number | null
  /** Of a tag: 0 to 7. */
  colour: number | null
  /** Of a LaTeX project: how it is. */
  health: ProjectSummary['health'] | null
  /** Null for a line that nothing is under. */
  isOpen: boolean | null
}

/** What a line says. */
type Line = Pick<TreeNode, 'level' | 'label' | 'count'> &
  Partial<Pick<TreeNode, 'hint' | 'colour' | 'decided' | 'health'>>

export function keyOf(target: Target): string {
  if (target.kind === 'place') return target.place
  if (target.kind === 'section') return `section-${target.section}`
  return `${target.kind}-${String(target.id)}`
}

/** Whether a place is none of papers, which the list shows. */
function isElsewhere(place: Place): place is (typeof elsewhere)[number] {
  return elsewhere.some((one) => one === place)
}

/** The lines of the sidebar, those left out that lie in something folded. */
export function treeOf(
  content: Sidebar,
  folded: ReadonlySet<string>,
  around: {
    view: View
    savedCounts: ReadonlyMap<number, number>
    projects: readonly ProjectSummary[]
  }
): TreeNode[] {
  const nodes: TreeNode[] = []
  const push = (target: Target, line: Line, hasMore: boolean): boolean => {
    const key = keyOf(target)
    const isOpen = hasMore && !folded.has(key)
    nodes.push({
      hint: '',
      colour: null,
      decided: null,
      health: null,
      ...line,
      key,
      target,
      isOpen: hasMore ? isOpen : null
    })
    return isOpen
  }
  const section = (name: Section, size: number): boolean =>
    push(
      { kind: 'section', section: name },
      {
        level: 1,
        label: name === 'projects' ? words.latex.projects.title : words.sidebar[name],
        count: ''
      },
      size > 0
    )
  const place = (kind: Place): void => {
    if (isElsewhere(kind) || kind === 'trending') {
      const label = kind === 'subscriptions' ? words.subscriptions.title : words[kind].label
      const line = { level: 1, label, count: '' }
      push({ kind: 'place', place: kind }, line, false)
      return
    }
    const count = content.counts[kind]
    // What is rare has a place when there is any of it; not everybody dismisses.
    const isRare = kind === 'updated' || kind === 'dismissed'
    if (isRare && count === 0 && around.view.kind !== kind) return
    const target = { kind: 'place', place: kind } as const
    push(
      target,
      { level: 1, label: words.sidebar.views[kind], count: words.formats.number(count) },
      false
    )
  }
  for (const kind of places) if (kind !== 'trash' && kind !== 'dismissed') place(kind)

  for (const [name, kind] of [
    ['digests', 'digest'],
    ['files', 'file']
  ] as const) {
    const members = content.digests.filter((each) => each.kind === kind)
    if (kind === 'file' && members.length === 0) continue
    if (section(name, members.length))
      for (const { id, source, date, dateInferred, count, left, dismissed } of members)
        push(
          { kind: 'digest', id },
          {
            ...{
              level: 2,
              label: words.sidebar.source(source, date),
              count:
                left > 0 ? words.triage.left(left, count + dismissed) : words.formats.number(count)
            },
            decided: left > 0 ? (count + dismissed - left) / (count + dismissed) : null,
            hint: dateInferred ? words.sidebar.inferred : ''
          },
          false
        )
  }
  if (section('searches', content.searches.length))
    for (const { id, name, query } of content.searches) {
      const count = around.savedCounts.get(id)
      push(
        { kind: 'search', id },
        {
          level: 2,
          label: name,
          hint: query,
          count: count === undefined ? '' : words.formats.number(count)
        },
        false
      )
    }
  if (section('collections', content.collections.length))
    pushCollections(content.collections, push, null, 2)
  if (section('tags', content.tags.length)) pushTags(content.tags, push, folded)
  if (section('projects', around.projects.length))
    for (const project of around.projects) {
      const { id, name, health, problems, writtenAt } = project
      const written = writtenAt === null ? '' : words.formats.moment(writtenAt)
      const found = problems > 0 ? words.formats.number(problems) : ''
      push(
        { kind: 'project', id },
        {
          ...{ level: 2, label: name, hint: words.latex.projects.hint(project, written), health },
          count: [found, written].filter((part) => part !== '').join(' · ')
        },
        false
      )
    }
  place('dismissed')
  place('trash')
  return nodes
}

type Push = (target: Target, line: Line, hasMore: boolean) => boolean

function pushCollections(
  all: Sidebar['collections'],
  push: Push,
  parentId: number | null,
  level: number
): void {
  for (const { id, name, count } of all.filter((each) => each.parentId === parentId)) {
    const hasMore = all.some((each) => each.parentId === id)
    const line = { level, label: name, count: words.formats.number(count) }
    if (push({ kind: 'collection', id }, line, hasMore)) pushCollections(all, push, id, level + 1)
  }
}

/** Tags come in an order in which one is followed by those under it. */
function pushTags(all: Sidebar['tags'], push: Push, folded: ReadonlySet<string>): void {
  const idOf = new Map(all.map(({ id, name }) => [name.toLowerCase(), id]))
  all.forEach(({ id, name, colour, count }, index) => {
    const above = namesAbove(name)
    const isHidden = above.some((each) => {
      const aboveId = idOf.get(each.toLowerCase())
      return aboveId !== undefined && folded.has(keyOf({ kind: 'tag', id: aboveId }))
    })
    if (isHidden) return
    const next = all[index + 1]
    push(
      { kind: 'tag', id },
      {
        ...{
          level: 2 + above.length,
          label: lastPart(name),
          count: words.formats.number(count),
          colour
        },
        hint: above.length > 0 ? name : ''
      },
      next !== undefined && isUnder(next.name, name)
    )
  })
}

/** The view that a line shows; null for a saved search, which is typed, and for a heading. */
export function viewOf(target: Target): View | null {
  switch (target.kind) {
    case 'place':
      if (target.place === 'trending') return { kind: 'trending', window: 'week', on: '' }
      return isElsewhere(target.place) ? null : { kind: target.place }
    case 'digest':
    case 'collection':
    case 'tag':
      return { kind: target.kind, id: target.id }
    case 'search':
    case 'project':
    case 'section':
      return null
  }
}

/** The target that a view is of; nothing for several tags, or papers picked in a picture. */
export function targetOf(view: View): Target | null {
  if (view.kind === 'tags' || view.kind === 'papers') return null
  if (view.kind === 'inbox-digest') return { kind: 'place', place: 'inbox' }
  if (view.kind === 'digest' || view.kind === 'collection' || view.kind === 'tag') return view
  return { kind: 'place', place: view.kind }
}

/** Another collection's name with those it is in: `Thesis / Methods`. */
export function collectionPath(all: Sidebar['collections'], id: number): string {
  const parts: string[] = []
  const find = (wanted: number | null): Sidebar['collections'][number] | undefined =>
    all.find((each) => each.id === wanted)
  for (let at = find(id); at !== undefined; at = find(at.parentId)) parts.unshift(at.name)
  return parts.join(' / ')
}

/** Whether a collection is another one or in it. */
export function isWithin(all: Sidebar['collections'], id: number, otherId: number): boolean {
  const find = (wanted: number | null): Sidebar['collections'][number] | undefined =>
    all.find((each) => each.id === wanted)
  for (let at = find(id); at !== undefined; at = find(at.parentId))
    if (at.id === otherId) return true
  return false
}

/** Whether papers of a view can be dropped on a line, to be put there. */
export function takesPapers(target: Target, view: View): boolean {
  if (target.kind === 'tag' || target.kind === 'collection') return true
  if (target.kind === 'section')
    return target.section === 'tags' || target.section === 'collections'
  if (target.kind !== 'place') return false
  const isUndecided = view.kind === 'inbox' || view.kind === 'inbox-digest'
  if (view.kind === 'trash') return target.place === 'library'
  const taking: Partial<Record<Place, boolean>> = {
    ...{ inbox: !isUndecided, dismissed: view.kind !== 'dismissed' },
    ...{ library: isUndecided || view.kind === 'dismissed' },
    ...{ starred: true, unread: true, trash: true }
  }
  return taking[target.place] === true
}
