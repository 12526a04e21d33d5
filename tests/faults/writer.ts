// Keeps a .bib updated again and again, until it is killed: `writer.js LIBRARY BIB`.
import { openLibrary } from '../../src/main/database/open'
import { keepBib } from '../../src/main/latex/keep-bib'
import { wantedAt } from './versions'

const [library = '', bib = ''] = process.argv.slice(2)
const db = openLibrary(library)
// Where the last one was killed is not known: the file says it.
for (let version = Number(process.argv[4] ?? 0); ; version++) {
  const { entries } = await keepBib(db, {
    ...{ bib, dialect: 'bibtex', mayRemake: true },
    wanted: wantedAt(version)
  })
  const strange = entries.find(({ key, owner }) => (owner === 'ours') === (key === 'own'))
  if (strange !== undefined) {
    process.stderr.write(`${strange.key} is taken for ${strange.owner}.\n`)
    process.exit(3)
  }
  if (version % 5 === 0) process.stdout.write('.')
}
