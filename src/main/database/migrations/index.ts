import { library } from './0010-library'
import { sources } from './0020-sources'
import { paperVectors } from './0030-vectors'
import { annotations } from './0040-annotations'
import { organising } from './0050-organising'
import { triage } from './0060-triage'
import { notes } from './0070-notes'
import { latexProjects } from './0080-latex'
import { readingPlaces } from './0090-reading-places'
import { librarySettings } from './0110-library-settings'
import { keyRewrites } from './0120-rewrites'
import { subscriptions } from './0130-subscriptions'
import { votes } from './0140-votes'
import type { Migration } from './migration'

/** Every released step, in order. */
export const migrations: readonly Migration[] = [
  library,
  sources,
  paperVectors,
  annotations,
  organising,
  triage,
  notes,
  latexProjects,
  readingPlaces,
  librarySettings,
  keyRewrites,
  subscriptions,
  votes
]
