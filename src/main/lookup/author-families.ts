import { isAndOthers } from '@shared/text/person-name'
import type { Sought } from './service'

/** The family names of a paper's authors, as they are written, in order. */
export function authorFamilies({ creators = [] }: Sought): string[] {
  return creators
    .filter(({ role, name }) => role === 'author' && !isAndOthers(name))
    .map(({ name }) => ('family' in name ? name.family : name.literal))
}
