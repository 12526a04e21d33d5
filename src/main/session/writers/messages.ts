import type { ErrorBody } from '@shared/ipc/error'
import type { ExportOptions } from '@shared/model/export-options'
import type { BibDialect } from '@shared/model/latex'
import type { Macro } from '../../export/bibtex'

/** What a thread that writes entries is started with. */
export interface WriterData {
  folder: string
  dialect: BibDialect
  options: ExportOptions
}

/** `look`: see the library as it is now, and go on seeing it so. `write`: the entries of these papers. */
export type WriterCall = { kind: 'look' } | { kind: 'write'; task: number; ids: Int32Array }

export type WriterReply =
  | { kind: 'looked'; revision: number }
  /** Entries in UTF-8, each with the line feed that parts it from the one before. */
  | { kind: 'written'; task: number; bytes: Uint8Array; macros: readonly Macro[] }
  | { kind: 'failed'; error: ErrorBody }
