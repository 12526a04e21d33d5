import type { LookupPlan, LookupProgress } from '@shared/model/lookup'
import type { Settings } from '@shared/model/settings'
import { call } from '../../lib/api'
import { toasts } from '../../lib/toasts.svelte'
import { words } from '../../messages/words'

/** What the window does for look-ups. */
interface Around {
  settings: () => Settings
  /** Asks the user whether papers may be looked up on the Internet. */
  consent: (ids: readonly number[]) => void
  /** Shows what was found. */
  show: (plan: LookupPlan) => void
}

/** Looking papers up: from the user's wish to what was found. */
export class CompletingState {
  /** How far the look-up has come; null while none runs. */
  progress = $state.raw<LookupProgress | null>(null)

  constructor(private readonly around: Around) {}

  /** Looks papers up; if the user has not allowed that yet, asks first. */
  async ask(ids: readonly number[]): Promise<void> {
    if (this.around.settings().lookups === 'off') this.around.consent(ids)
    else await this.run(ids)
  }

  async askAll(): Promise<void> {
    const view = { kind: 'incomplete' as const }
    const sort = { column: 'added' as const, descending: false }
    const how = { sort, group: 'none' as const, byMeaning: false }
    const { ids } = await call('paper:list', { view, query: '', ...how })
    if (ids.length === 0) toasts.say(words.lookups.nothingIncomplete)
    else await this.ask(ids)
  }

  async run(ids: readonly number[]): Promise<void> {
    // A second look-up is refused by the main process; the first one's progress stays.
    const isFirst = this.progress === null
    if (isFirst) this.progress = { done: 0, of: ids.length, found: 0 }
    try {
      this.around.show(await call('lookup:run', { ids: [...ids] }))
    } finally {
      if (isFirst) this.progress = null
    }
  }
}
