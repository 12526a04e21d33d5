import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol
declare const journalled: unique symbol

/** A library that may be read. */
export type ReadableDb = Database.Database & { readonly [readable]: true }

/** A library whose open connection may write; only `database/` and the journal use it as such. */
export type WritableDb = ReadableDb & { readonly [writable]: true }

/**
 * A library inside a change of the journal: what every function that writes asks for, so that a
 * write that could not be undone does not compile. Triggers refuse it at run time as well.
 */
export type JournalledDb = ReadableDb & { readonly [journalled]: true }

declare const cache: unique symbol

/** A database of what can be made anew from the library and its files: written to without a journal. */
export type CacheDb = ReadableDb & { readonly [cache]: true }
