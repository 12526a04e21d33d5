import type { ArchivedCollection, ArchivedLibrary } from '@shared/model/archived-library'
import { isAttachable } from '../../library/attachments'

/**
 * What in an exported library names something that is not there, or names two things alike; null for nothing.
 * @param hasFile whether the archive has a file of this path
 */
export function checkReferences(
  library: ArchivedLibrary,
  hasFile: (path: string) => boolean
): string | null {
  const keys = new Set<string>()
  const tags = new Set(library.tags.map(({ name }) => name))
  const twin =
    firstTwin(library.papers.map(({ key }) => key)) ??
    firstTwin(library.tags.map(({ name }) => name))
  if (twin !== null) return `“${twin}” is there twice`
  for (const { key } of library.papers) keys.add(key)
  for (const paper of library.papers) {
    const wrong = wrongInPaper(paper, tags, hasFile)
    if (wrong !== null) return `${paper.key}: ${wrong}`
  }
  const named = [
    ...library.digests.flatMap(({ papers }) => papers.map(({ key }) => key)),
    ...library.rules.flatMap(({ exceptions }) => exceptions),
    ...library.toldApart.flat(),
    ...library.collections.flatMap(keysIn)
  ]
  const unknown = named.find((key) => !keys.has(key))
  if (unknown !== undefined) return `there is no paper “${unknown}”`
  const usedTags = [
    ...library.rules.map(({ tag }) => tag),
    ...library.projects.flatMap(({ source }) => (source.kind === 'tag' ? [source.tag] : []))
  ]
  const noTag = usedTags.find((tag) => !tags.has(tag))
  if (noTag !== undefined) return `there is no tag “${noTag}”`
  const collections = new Set(library.collections.flatMap((each) => pathsIn(each, [])))
  const searches = new Set(library.savedSearches.map(({ name }) => name))
  for (const { source } of library.projects) {
    if (source.kind === 'collection' && !collections.has(JSON.stringify(source.path)))
      return `there is no collection “${source.path.join('/')}”`
    if (source.kind === 'search' && !searches.has(source.search))
      return `there is no saved search “${source.search}”`
  }
  const noText = library.digests.find(({ text }) => !hasFile(text))
  return noText === undefined ? null : `there is no ${noText.text}`
}

function wrongInPaper(
  { tags, annotations, attachments, noteHistory }: ArchivedLibrary['papers'][number],
  known: ReadonlySet<string>,
  hasFile: (path: string) => boolean
): string | null {
  const noTag = [...tags, ...annotations.flatMap((one) => one.tags)].find((tag) => !known.has(tag))
  if (noTag !== undefined) return `there is no tag “${noTag}”`
  for (const { name, file } of attachments) {
    if (file !== null && !hasFile(file)) return `there is no ${file}`
    if (!isAttachable(name)) return `“${name}” is no file that can be attached`
  }
  let length = 0
  for (const [index, { keeps, text }] of noteHistory.entries()) {
    const kept = keeps === null ? 0 : keeps.head + keeps.tail
    if (kept > length || (index === 0 && keeps !== null)) return 'its note has no such history'
    length = kept + text.length
  }
  return null
}

function keysIn({ papers, collections }: ArchivedCollection): string[] {
  return [...papers, ...collections.flatMap(keysIn)]
}

function pathsIn({ name, collections }: ArchivedCollection, above: readonly string[]): string[] {
  const path = [...above, name]
  return [JSON.stringify(path), ...collections.flatMap((each) => pathsIn(each, path))]
}

/** The first name that another has, capitals of a to z aside: as the library tells names apart. */
function firstTwin(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    const folded = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    if (seen.has(folded)) return name
    seen.add(folded)
  }
  return null
}
