import type { AnnotationChanges, NewAnnotation } from '@shared/model/annotation'
import { call } from '../../lib/api'

/** Makes an annotation; gives its id. */
export async function add(made: NewAnnotation): Promise<number> {
  const { ids } = await call('annotation:add', { annotations: [made] })
  return ids[0] ?? 0
}

export async function change(id: number, changes: AnnotationChanges): Promise<void> {
  await call('annotation:change', { ids: [id], changes })
}

export async function remove(id: number): Promise<void> {
  await call('annotation:remove', { ids: [id] })
}
