import { library } from './0010-library'
import { sources } from './0020-sources'
import { paperVectors } from './0030-vectors'
import { librarySettings } from './0110-library-settings'
import type { Migration } from './migration'

/** Every released step, in order. */
export const migrations: readonly Migration[] = [library, sources, paperVectors, librarySettings]
