import type { ImportTarget } from '@shared/model/import-target'
import type { ImportReport } from '@shared/model/import-report'
import type { WritableDb } from '../../../src/main/database/handle'
import { applyImport } from '../../../src/main/import/apply'
import type { ParsedFile } from '../../../src/main/import/parsed'
import { temporaryFolder } from './library'

/** Puts parsed files into the library without a pause; gives the report. */
export function applied(
  db: WritableDb,
  files: readonly ParsedFile[],
  folder = temporaryFolder(),
  target?: ImportTarget
): ImportReport {
  return ended(applyImport(db, files, { folder, attaching: 'copy', target }))
}

/** Takes all steps of what is done in steps; gives what comes of it. */
export function ended<T>(steps: Generator<unknown, T, undefined>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
