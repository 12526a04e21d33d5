import type { Sort } from '@shared/model/view'

/** A column with the direction that is wanted first: the newest, the likeliest, the first of an alphabet. */
export function usualSort(column: Sort['column']): Sort {
  const fromTheTop: readonly Sort['column'][] = [
    ...(['digest', 'added', 'year'] as const),
    ...(['keeping', 'relevance', 'trend'] as const)
  ]
  return { column, descending: fromTheTop.includes(column) }
}
