import type { PoliteGet } from './polite'
import type { Service, ServiceName, ServiceOptions } from './service'
import { arxiv } from './services/arxiv'
import { crossref } from './services/crossref'
import { datacite } from './services/datacite'
import { dblp } from './services/dblp'
import { openalex } from './services/openalex'

const adapters: Readonly<Record<ServiceName, (options: ServiceOptions) => Service>> = {
  arXiv: arxiv,
  Crossref: crossref,
  DataCite: datacite,
  OpenAlex: openalex,
  DBLP: dblp
}

/** Every service that papers can be looked up at. `baseUrls` is where tests have them. */
export function allServices(
  get: PoliteGet,
  baseUrls: Readonly<Partial<Record<ServiceName, string>>> = {}
): Service[] {
  return Object.entries(adapters).map(([name, make]) =>
    make({ get, baseUrl: baseUrls[name as ServiceName] })
  )
}
