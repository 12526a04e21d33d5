import type { Sidebar } from '@shared/model/view'
import { fold } from '@shared/text/fold'

type Tag = Sidebar['tags'][number]

/** So many tags are offered at once. */
const most = 8

/**
 * Tags that what was typed may mean, those first that begin with it, then those with a part that does.
 * Of several as good, and before anything is typed, the likely ones, then those that most papers have.
 */
export function tagChoices(
  known: readonly Tag[],
  given: { taken: ReadonlySet<number>; likely: readonly number[] },
  typed: string
): Tag[] {
  const words = fold(typed.trim())
  const standing = (name: string): number => {
    const folded = fold(name)
    if (folded.startsWith(words)) return 3
    if (folded.split('/').some((part) => part.trim().startsWith(words))) return 2
    return folded.includes(words) ? 1 : 0
  }
  const likeliness = ({ id }: Tag): number => {
    const at = given.likely.indexOf(id)
    return at === -1 ? 0 : given.likely.length - at
  }
  return known
    .filter(({ id }) => !given.taken.has(id))
    .map((tag) => ({ tag, standing: standing(tag.name) }))
    .filter((one) => one.standing > 0)
    .sort(
      (a, b) =>
        b.standing - a.standing ||
        likeliness(b.tag) - likeliness(a.tag) ||
        b.tag.count - a.tag.count
    )
    .slice(0, most)
    .map(({ tag }) => tag)
}
