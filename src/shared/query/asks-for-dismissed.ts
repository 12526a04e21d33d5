import type { Query } from './clause'

/** Whether a query asks for what was dismissed, which is nowhere else to be found. */
export function asksForDismissed(query: Query): boolean {
  return query.some(([clause, ...others]) => {
    if (clause === undefined || others.length > 0 || clause.isNegated) return false
    const { test } = clause
    if (test.kind === 'group') return asksForDismissed(test.query)
    return test.kind === 'filter' && test.filter.field === 'is' && test.filter.value === 'dismissed'
  })
}
