import type { Handlers } from '@shared/ipc/contract'
import { setWeights } from '../../library/trending'
import type { Context } from '../context'

type Noun = `trend:${'overview' | 'standing' | 'weigh'}`

/** What trends, and what rises. */
export function trendHandlers(context: Context): Pick<Handlers, Noun> {
  return {
    'trend:overview': (query) => context.session().trends.ask('overview', query),
    'trend:standing': (query) => context.session().trends.ask('standing', query),
    'trend:weigh': (weights) => {
      setWeights(context.session().db, weights)
    }
  }
}
