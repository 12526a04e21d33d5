import type { ErrorBody } from '@shared/ipc/error'
import type { TermVectors } from '@shared/model/term-vectors'
import type { PaperFacts } from '@shared/model/topic-map'
import type { PlacedPapers } from './places'

/** What the thread is started with: the folder of the library. */
export interface PicturesWorkerData {
  folder: string
}

/** What the thread is asked, and what it answers; it does one thing, and ends. */
export interface PictureCalls {
  facts: { request: object; answer: PaperFacts }
  /** All papers laid out, those near where they were that had a place before. */
  'lay-out': {
    request: { vectors: TermVectors; former: PlacedPapers | null }
    answer: PlacedPapers
  }
  /** A place for papers that came since; the vectors are theirs and those of the landmarks. */
  'place-more': { request: { vectors: TermVectors; former: PlacedPapers }; answer: PlacedPapers }
}

export type PictureKind = keyof PictureCalls
export type PictureRequest = {
  [K in PictureKind]: { kind: K } & PictureCalls[K]['request']
}[PictureKind]

export type PictureReply =
  { done: number } | { result: PictureCalls[PictureKind]['answer'] } | { error: ErrorBody }
