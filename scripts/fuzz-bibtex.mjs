// npm run fuzz:bibtex [-- COUNT [SEED]]: sets many hostile records with real BibTeX, Biber and pdfLaTeX.
import { fuzz } from './process/long-runs.mjs'
import { exitWith } from './setup/words.mjs'

await exitWith(() =>
  fuzz('tests/unit/main/export/fuzz-bibtex.test.ts', 20_000, { testPrograms: true })
)
