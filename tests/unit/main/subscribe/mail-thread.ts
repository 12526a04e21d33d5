import { beforeAll } from 'vitest'
import { buildWorkers, type Start } from '../../support/worker-bundle'

/** Starts the thread that reads mails, as the app does; it is built before the tests of a file. */
export function mailThread(): Start {
  let start: Start | undefined
  beforeAll(async () => {
    start = (await buildWorkers({ mail: 'subscribe/mail-worker.ts' })).mail
  }, 120_000)
  return (...data) => {
    if (start === undefined) throw new Error('The thread is not built yet.')
    return start(...data)
  }
}
