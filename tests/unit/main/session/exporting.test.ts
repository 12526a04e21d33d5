import { expect, it } from 'vitest'
import { defaultExportOptions } from '@shared/model/export-options'
import { exportFormats, serialise } from '../../../../src/main/export/serialise'
import { getPapers } from '../../../../src/main/library/papers'
import { exportPieces } from '../../../../src/main/session/exporting'
import { insertPaper, newLibrary } from '../../support/library'

it.each(exportFormats)('%s of many papers is the text of all of them at once', async (format) => {
  const db = newLibrary()
  const ids = Array.from({ length: 230 }, (_, at) =>
    insertPaper(db, { title: `Looms, part ${String(at)} ] [ "quoted"`, issued: '2026' })
  )
  for (const some of [ids, ids.slice(0, 1), []]) {
    const text = (await exportPieces(db, some, format, defaultExportOptions)).join('')
    expect(text).toBe(serialise(getPapers(db, some), format))
  }
})
