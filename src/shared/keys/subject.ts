import type { Paper, PaperFields } from '../model/paper'

/** What of a paper keys are made of. */
export type KeySubject = PaperFields & Pick<Paper, 'extra' | 'tags' | 'citationKey'>

/** A paper that has nothing but its own fields yet. */
export function subjectOf(fields: PaperFields): KeySubject {
  return { ...fields, extra: [], tags: [], citationKey: '' }
}
