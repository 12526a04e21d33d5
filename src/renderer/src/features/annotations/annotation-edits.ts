import type { AnnotationChanges } from '@shared/model/annotation'
import { call } from '../../lib/api'

export async function change(id: number, changes: AnnotationChanges): Promise<void> {
  await call('annotation:change', { ids: [id], changes })
}

export async function remove(id: number): Promise<void> {
  await call('annotation:remove', { ids: [id] })
}
