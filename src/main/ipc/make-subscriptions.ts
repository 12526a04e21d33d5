import type { EventName } from '@shared/ipc/channels'
import type { EventBodies } from '@shared/ipc/events'
import { systemKeychain } from '../app/keychain'
import type { Asking } from '../lookup/services'
import { dayClock } from '../session/subscriptions/clock'
import type { Importing } from '../session/importing'
import type { LibrarySession } from '../session/session'
import { Subscriptions } from '../session/subscriptions/subscriptions'
import { spawnMailWorker } from '../subscribe/spawn-mail-worker'

/** Subscriptions, with the Internet and the system's keychain behind them. */
export function makeSubscriptions(around: {
  session: () => LibrarySession
  publish: <E extends EventName>(event: E, body: EventBodies[E]) => void
  importing: Importing
  userData: string
  asking: () => Promise<Asking>
}): Subscriptions {
  const { session, publish, importing, userData, asking } = around
  return new Subscriptions({
    ...{ session, publish, importing },
    keychain: systemKeychain(userData),
    clock: dayClock,
    means: async () => ({ ...(await asking()), spawnMailWorker, trustedCertificate: undefined })
  })
}
