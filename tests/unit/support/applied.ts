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
  const applying = applyImport(db, files, { folder, attaching: 'copy', target })
  for (;;) {
    const step = applying.next()
    if (step.done) return step.value
  }
}
