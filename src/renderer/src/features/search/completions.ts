import { completedFields, fixedCompletions, type Completing } from '@shared/query/complete'
import { call } from '../../lib/api'

/** What may be put in place of what is being typed: values that the library has, or that any has. */
export async function completionsFor(completing: Completing): Promise<string[]> {
  const { typed } = completing
  const field = completedFields.find((each) => each === completing.field)
  if (field === undefined) return fixedCompletions(completing)
  const values = await call('search:complete', { field, typed: typed.slice(0, 200) })
  return values.filter((value) => value !== typed)
}
