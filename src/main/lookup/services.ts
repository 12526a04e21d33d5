import { publicRules, type FetchRules } from './fetch-rules'
import { politely, type PoliteGet } from './polite'
import type { Service, ServiceName, ServiceOptions } from './service'
import { arxiv } from './services/arxiv'
import { crossref } from './services/crossref'
import { datacite } from './services/datacite'
import { dblp } from './services/dblp'
import { openalex } from './services/openalex'
import { standIn } from './stand-in'

const adapters: Readonly<Record<ServiceName, (options: ServiceOptions) => Service>> = {
  arXiv: arxiv,
  Crossref: crossref,
  DataCite: datacite,
  OpenAlex: openalex,
  DBLP: dblp
}

/** Who asks, and where. */
export interface AskingOptions {
  /** Of Sheaf. */
  version: string
  /** The user's mail address; empty where services are not to know it. */
  contact: () => string
  /** A server of this machine that plays all services, in tests; undefined for the services themselves. */
  standInAt: string | undefined
}

/** What asks on the Internet: all of Sheaf waits for its turn at a host in the same queue. */
export interface Asking {
  get: PoliteGet
  fetchRules: FetchRules
  /** Every service that papers can be looked up at. */
  services: Service[]
  /** Where a service is, if not where it really is. */
  baseUrlOf: (name: ServiceName) => string | undefined
}

export function asking({ version, contact, standInAt }: AskingOptions): Asking {
  const instead = standInAt === undefined ? null : standIn(standInAt)
  const fetchRules = instead?.fetchRules ?? publicRules
  const get = politely({ version, contact, fetchRules })
  const baseUrlOf = (name: ServiceName): string | undefined => instead?.baseUrls[name]
  const services = Object.entries(adapters).map(([name, make]) =>
    make({ get, baseUrl: baseUrlOf(name as ServiceName) })
  )
  return { get, fetchRules, services, baseUrlOf }
}
