import type { Link, LinkKind } from '@shared/model/paper'

const preference: readonly LinkKind[] = ['paper', 'project', 'code', 'data', 'pdf']

/** The address a citation should carry: the paper's own page, else the next best; empty for none. */
export function bestLink(links: readonly Link[]): string {
  for (const kind of preference) {
    const found = links.find((link) => link.kind === kind)
    if (found) return found.url
  }
  return ''
}
