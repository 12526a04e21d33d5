import type { ErrorBody } from '@shared/ipc/error'
import type { Appearance } from '@shared/model/paper'
import type { Standing, TrendOverview } from '@shared/model/trend'
import type { Sort } from '@shared/model/view'
import type { TrendQuery, TrendView } from './trends'

/** What the thread can be asked, and what it answers. */
export interface TrendCalls {
  list: { request: { view: TrendView; sort: Sort }; answer: Int32Array }
  overview: { request: TrendQuery; answer: TrendOverview }
  standing: {
    request: TrendQuery & { ids: readonly number[] }
    answer: (Standing & { namings: Appearance[] })[]
  }
}

export type TrendCall = {
  [K in keyof TrendCalls]: { call: number; kind: K; request: TrendCalls[K]['request'] }
}[keyof TrendCalls]

export type TrendReply = { call: number } & (
  { ok: true; result: TrendCalls[keyof TrendCalls]['answer'] } | { ok: false; error: ErrorBody }
)
