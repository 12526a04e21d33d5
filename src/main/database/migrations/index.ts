import { library } from './0010-library'
import { sources } from './0020-sources'
import { paperVectors } from './0030-vectors'
import { organising } from './0050-organising'
import type { Migration } from './migration'

/** Every released step, in order. */
export const migrations: readonly Migration[] = [library, sources, paperVectors, organising]
