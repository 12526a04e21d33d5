import type { SubscriptionSource } from '@shared/model/subscription'
import { askArxiv } from './arxiv'
import { askDaily } from './daily'
import { askIndex } from './indexes'
import { askMail } from './mail'
import type { Means, Memory, Step } from './source'
import { askWeb } from './web'

/**
 * Asks a source for what is new, part by part.
 * @throws AppError for a host that fails, refuses, or answers with something else
 */
export function askSource(
  means: Means,
  { name, source, memory }: { name: string; source: SubscriptionSource; memory: Memory }
): AsyncGenerator<Step> {
  const around = { ...means, name, memory }
  switch (source.kind) {
    case 'web':
      return askWeb({ ...around, source })
    case 'arxiv':
      return askArxiv({ ...around, source })
    case 'daily':
      return askDaily({ ...around, source })
    case 'openalex':
    case 'crossref':
      return askIndex({ ...around, source })
    case 'mail':
      return askMail({ ...around, source })
  }
}
