import { expect, it, onTestFinished } from 'vitest'
import { speak } from '@shared/messages/words'
import { sentenceFor } from '../../../../src/main/latex/failure'

const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })

it('says why a file of a project could not be written, in the user’s language', async () => {
  expect(sentenceFor(full, '/thesis/refs.bib')).toContain('There is no room on the disk')
  onTestFinished(() => speak('en'))
  await speak('de')
  expect(sentenceFor(full, '/thesis/refs.bib')).toBe(
    'Auf der Festplatte ist kein Platz, um „refs.bib“ zu schreiben. Die alte Datei ist unberührt.'
  )
  expect(sentenceFor(new Error('no'), '/thesis/refs.bib')).toContain('ließ sich nicht lesen')
})
