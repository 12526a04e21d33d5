import type { FetchRules } from './fetch-rules'
import { publicRules } from './fetch-rules'
import type { ServiceName } from './service'

/**
 * The services as a server of this machine plays them, each under its name in small letters, for tests of
 * the whole app. Nothing but that server can then be reached.
 */
export function standIn(base: string): {
  baseUrls: Record<ServiceName, string>
  fetchRules: FetchRules
} {
  const { port } = new URL(base)
  return {
    baseUrls: {
      arXiv: `${base}/arxiv`,
      Crossref: `${base}/crossref`,
      DataCite: `${base}/datacite`,
      OpenAlex: `${base}/openalex`,
      DBLP: `${base}/dblp`
    },
    fetchRules: {
      ...publicRules,
      // Names lead elsewhere, and are not even looked up.
      resolve: () => Promise.reject(Object.assign(new Error('no name'), { code: 'ENOTFOUND' })),
      mayConnect: (address, to) => address === '127.0.0.1' && to === Number(port)
    }
  }
}
