import { setImmediate } from 'node:timers/promises'
import type { OwnDigestFormat } from '@shared/model/own-digest-formats'
import type { Paper } from '@shared/model/paper'
import type { ReadableDb } from '../database/handle'
import { ownDigestOf, writeOwnDigest, type OwnDigestContent } from '../export/own-digest'
import { getPapers } from '../library/papers'

/** How long the main process writes before it sees to others, in milliseconds. */
const sliceMs = 20
const papersAtOnce = 40

/** A digest to be made: of which papers, and as what. */
export interface OwnDigestRequest extends OwnDigestContent {
  ids: readonly number[]
  format: OwnDigestFormat
  /** The user's mail address; empty where none is given. */
  from: string
}

/** A digest of one's own as the text of a file, in pieces; made in slices, so that the window answers meanwhile. */
export async function makeOwnDigest(
  db: ReadableDb,
  { ids, format, from, ...content }: OwnDigestRequest
): Promise<string[]> {
  const papers: Paper[] = []
  let started = performance.now()
  const pause = async (): Promise<void> => {
    if (performance.now() - started <= sliceMs) return
    await setImmediate()
    started = performance.now()
  }
  for (let at = 0; at < ids.length; at += papersAtOnce) {
    papers.push(...getPapers(db, ids.slice(at, at + papersAtOnce)))
    await pause()
  }
  const pieces: string[] = []
  for (const piece of writeOwnDigest(ownDigestOf(papers, content), format, {
    from,
    at: new Date()
  })) {
    pieces.push(piece)
    await pause()
  }
  return pieces
}
