import { politely } from './polite'
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

/** Every service that papers can be looked up at. */
export function allServices({ version, contact, standInAt }: AskingOptions): Service[] {
  const instead = standInAt === undefined ? null : standIn(standInAt)
  const get = politely({ version, contact, fetchRules: instead?.fetchRules })
  return Object.entries(adapters).map(([name, make]) =>
    make({ get, baseUrl: instead?.baseUrls[name as ServiceName] })
  )
}
