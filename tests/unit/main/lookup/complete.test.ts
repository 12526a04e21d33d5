import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import type { Identifier, PaperFields } from '../../../../src/shared/model/paper'
import { completePapers } from '../../../../src/main/lookup/complete'
import type { Completion, WantedPaper } from '../../../../src/main/lookup/inquiry'
import type { Candidate, Service, ServiceName } from '../../../../src/main/lookup/service'

const title = 'On the Weaving of Sheaves'
const id = (scheme: Identifier['scheme'], value: string): Identifier => ({
  ...{ scheme, value, version: null }
})
const doi = (value: string): Identifier => id('doi', value)
const arxiv = id('arxiv', '2401.00001')
const by = (...families: string[]): PaperFields['creators'] =>
  families.map((family) => ({
    role: 'author',
    name: { family, given: 'Ada', particle: '', suffix: '' }
  }))
const published = { type: 'article-journal', issued: '2025', venue: 'Looms' } as const

/** A paper as a digest leaves it: a title. */
function paper(fields: Partial<WantedPaper> = {}): WantedPaper {
  return {
    ...{
      id: 1,
      type: 'article',
      title,
      abstract: '',
      issued: '',
      venue: '',
      volume: '',
      issue: ''
    },
    ...{ pages: '', publisher: '', language: '', creators: [], identifiers: [], links: [] },
    ...fields
  }
}

/** A service that knows these papers by these questions, and keeps a list of what it was asked. */
function service(
  name: ServiceName,
  knows: Readonly<Record<string, Partial<PaperFields> | Error>>,
  log: string[] = []
): Service & { log: string[] } {
  const answer = (question: string): Candidate[] => {
    const known = Object.hasOwn(knows, question) ? knows[question] : undefined
    if (known instanceof Error) throw known
    if (known === undefined) return []
    const { title: called = title, ...says } = known
    return [{ source: name, url: `https://${name}.example/`, title: called, says }]
  }
  const takes: readonly string[] = {
    arXiv: ['arxiv'],
    Crossref: ['doi'],
    DataCite: ['doi'],
    OpenAlex: ['doi', 'pmid'],
    DBLP: []
  }[name]
  return {
    ...{ name, log },
    byIdentifier: {
      takes: ({ scheme }) => takes.includes(scheme),
      batch: name === 'arXiv' ? 50 : 2,
      find: (identifiers) => {
        log.push(`${name} ${identifiers.map(({ value }) => value).join(' ')}`)
        return Promise.resolve().then(() => identifiers.flatMap(({ value }) => answer(value)))
      }
    },
    ...(name === 'arXiv' || name === 'DataCite'
      ? {}
      : {
          byTitle: (sought) => {
            log.push(`${name} “${sought.title}”`)
            return Promise.resolve().then(() => answer(sought.title))
          }
        })
  }
}

async function complete(wanted: WantedPaper, ...services: Service[]): Promise<Completion> {
  const [completion] = await completePapers([wanted], { services })
  if (completion === undefined) throw new Error('nothing was completed')
  return completion
}
const sources = ({ found }: Completion): ServiceName[] => found.map(({ source }) => source)

/** All five, with one list of what they were asked. */
function all(
  knows: Partial<Record<ServiceName, Readonly<Record<string, Partial<PaperFields> | Error>>>>
): { services: Service[]; log: string[] } {
  const log: string[] = []
  const names: ServiceName[] = ['arXiv', 'Crossref', 'DataCite', 'OpenAlex', 'DBLP']
  return { services: names.map((name) => service(name, knows[name] ?? {}, log)), log }
}

describe('a paper is looked up', () => {
  it('nowhere, if it lacks nothing', async () => {
    const { services, log } = all({})
    const whole = paper({ ...published, creators: by('Ono'), identifiers: [doi('10.5555/a')] })
    expect(await complete(whole, ...services)).toEqual({
      ...{ paperId: 1, found: [], refused: [], failed: [] }
    })
    expect(log).toEqual([])
  })

  it('by its arXiv id, and under the DOI that arXiv tells, until it can be cited', async () => {
    const { services, log } = all({
      arXiv: { '2401.00001': { creators: by('Ono'), identifiers: [arxiv, doi('10.5555/a')] } },
      Crossref: {
        '10.5555/a': { ...published, creators: by('Ono'), identifiers: [doi('10.5555/a')] }
      }
    })
    const completion = await complete(paper({ identifiers: [arxiv] }), ...services)
    expect(sources(completion)).toEqual(['arXiv', 'Crossref'])
    expect(completion.found[1]).toMatchObject({
      ...{ url: 'https://Crossref.example/', title, says: published }
    })
    expect(log).toEqual(['arXiv 2401.00001', 'Crossref 10.5555/a'])
  })

  it('under the DOI that its preprint’s became', async () => {
    const pre = doi('10.1101/pre')
    const { services, log } = all({
      Crossref: {
        '10.1101/pre': {
          type: 'article',
          creators: by('Ono'),
          issued: '2024',
          identifiers: [pre, doi('10.5555/a')]
        },
        '10.5555/a': { ...published, identifiers: [doi('10.5555/a')] }
      }
    })
    expect(sources(await complete(paper({ identifiers: [pre] }), ...services))).toHaveLength(2)
    expect(log).toEqual(['Crossref 10.1101/pre', 'Crossref 10.5555/a'])
  })

  it('at DataCite, if Crossref does not know the DOI or it is one of arXiv’s', async () => {
    const zenodo = doi('10.5281/zenodo.1')
    const dataset = { type: 'dataset', issued: '2025', creators: by('Ono') } as const
    const first = all({ DataCite: { [zenodo.value]: { ...dataset, identifiers: [zenodo] } } })
    await complete(paper({ type: 'dataset', identifiers: [zenodo] }), ...first.services)
    expect(first.log).toEqual(['Crossref 10.5281/zenodo.1', 'DataCite 10.5281/zenodo.1'])
    const own = doi('10.48550/arxiv.2401.00001')
    const second = all({})
    await complete(paper({ identifiers: [own] }), ...second.services)
    expect(second.log[0]).toBe('DataCite 10.48550/arxiv.2401.00001')
  })

  it('by its title, if it has nothing else, in one catalogue after the other', async () => {
    const { services, log } = all({ OpenAlex: { [title]: { ...published, creators: by('Ono') } } })
    expect(sources(await complete(paper(), ...services))).toEqual(['OpenAlex'])
    expect(log).toEqual([`DBLP “${title}”`, `Crossref “${title}”`, `OpenAlex “${title}”`])
  })

  it('for its venue, if it is a preprint with nothing else missing, but not where that is dear', async () => {
    const { services, log } = all({})
    await complete(paper({ issued: '2024', creators: by('Ono') }), ...services)
    expect(log).toEqual([`DBLP “${title}”`, `Crossref “${title}”`])
  })

  it('for the rest of its authors, if the list was cut short', async () => {
    const cut = [...by('Ono'), { role: 'author' as const, name: { literal: 'et al.' } }]
    const { services } = all({ DBLP: { [title]: { ...published, creators: by('Ono', 'Abe') } } })
    const known = paper({ ...published, creators: cut })
    expect(sources(await complete(known, ...services))).toEqual(['DBLP'])
  })

  it('for its title, if only its identifier is known', async () => {
    const { services, log } = all({
      Crossref: {
        '10.5555/a': { ...published, creators: by('Ono'), identifiers: [doi('10.5555/a')] }
      }
    })
    const known = paper({ title: 'doi:10.5555/a', identifiers: [doi('10.5555/a')] })
    expect((await complete(known, ...services)).found).toMatchObject([{ title }])
    expect(log).toEqual(['Crossref 10.5555/a'])
  })

  it('together with others, in as few questions as each service takes', async () => {
    const { services, log } = all({})
    const papers = [1, 2, 3].map((at) =>
      paper({ id: at, identifiers: [id('arxiv', `2401.0000${at}`), doi(`10.5555/${at}`)] })
    )
    await completePapers(papers, { services })
    expect(log.slice(0, 3)).toEqual([
      'arXiv 2401.00001 2401.00002 2401.00003',
      'Crossref 10.5555/1 10.5555/2',
      'Crossref 10.5555/3'
    ])
  })

  it('so that each gets its own answer, in the order they came in', async () => {
    const { services } = all({
      arXiv: {
        '2401.00001': {
          title: 'On Sheaves',
          issued: '2024',
          identifiers: [id('arxiv', '2401.00001')]
        },
        '2401.00002': {
          title: 'On Looms',
          issued: '2023',
          identifiers: [id('arxiv', '2401.00002')]
        }
      }
    })
    const papers = [
      paper({ id: 8, title: 'On Looms', identifiers: [id('arxiv', '2401.00002')] }),
      paper({ id: 9, title: 'On Sheaves', identifiers: [id('arxiv', '2401.00001')] })
    ]
    const seen: string[] = []
    const completions = await completePapers(papers, {
      services,
      onProgress: ({ done, of, completion }) => {
        seen.push(`${done}/${of} ${completion.paperId}`)
      }
    })
    expect(completions.map(({ paperId, found }) => [paperId, found[0]?.title])).toEqual([
      [8, 'On Looms'],
      [9, 'On Sheaves']
    ])
    expect(seen.sort()).toEqual(['1/2 8', '2/2 9'])
  })
})

describe('what is found is not believed blindly', () => {
  it('if a service answers with another paper, which is told', async () => {
    const wrong = {
      title: 'Quantum Error Correction',
      ...published,
      identifiers: [doi('10.5555/a')]
    }
    const { services } = all({ Crossref: { '10.5555/a': wrong } })
    const completion = await complete(paper({ identifiers: [doi('10.5555/a')] }), ...services)
    expect(completion).toMatchObject({
      found: [],
      refused: [{ source: 'Crossref', title: 'Quantum Error Correction' }]
    })
    expect(completion.refused[0]?.why).toContain('next to nothing in common')
  })

  it('if it contradicts what another service has told before', async () => {
    const { services } = all({
      DBLP: { [title]: { type: 'article', creators: by('Ono'), issued: '2024' } },
      Crossref: { [title]: { ...published, creators: by('Berg') } }
    })
    const completion = await complete(paper(), ...services)
    expect(sources(completion)).toEqual(['DBLP'])
    expect(completion.refused).toMatchObject([{ source: 'Crossref' }])
  })

  it('if two papers by different people have the title, unless something tells which is meant', async () => {
    const both: Service = {
      name: 'DBLP',
      byTitle: () =>
        Promise.resolve(
          ['Ono', 'Berg'].map((family): Candidate => ({
            source: 'DBLP',
            url: `https://dblp.org/${family}`,
            title,
            says: { ...published, creators: by(family) }
          }))
        )
    }
    const unknown = await complete(paper(), both)
    expect(unknown.found).toEqual([])
    expect(unknown.refused[0]?.why).toContain('by other people')
    const known = await complete(paper({ creators: by('Berg') }), both)
    expect(known.found.map(({ url }) => url)).toEqual(['https://dblp.org/Berg'])
  })

  it('but what merely turned up in a list of results is passed over', async () => {
    const results = ['Basket Ware', 'Knots', title].map((called): Candidate => ({
      ...{ source: 'DBLP', url: 'https://dblp.org/', title: called, says: published }
    }))
    const listing: Service = { name: 'DBLP', byTitle: () => Promise.resolve(results) }
    expect(await complete(paper(), listing)).toMatchObject({ found: [{ title }], refused: [] })
  })
})

describe('a service that fails', () => {
  const down = new AppError('network', 'dblp.org could not be asked: it is out of order.')

  it('stops no other, and is told', async () => {
    const { services } = all({
      DBLP: { [title]: down },
      Crossref: { [title]: { ...published, creators: by('Ono') } }
    })
    expect(await complete(paper(), ...services)).toMatchObject({
      found: [{ source: 'Crossref' }],
      failed: [{ source: 'DBLP', message: down.message }]
    })
  })

  it('three times in a row is left out for the rest, which is said', async () => {
    const titles = Array.from({ length: 6 }, (_, at) => `On the Weaving of ${at} Sheaves`)
    const log: string[] = []
    const broken = service('DBLP', Object.fromEntries(titles.map((one) => [one, down])), log)
    const papers = titles.map((called, at) => paper({ id: at + 1, title: called }))
    const completions = await completePapers(papers, { services: [broken] })
    expect(log.length).toBeGreaterThanOrEqual(3)
    expect(log.length).toBeLessThanOrEqual(5)
    expect(completions.at(-1)?.failed).toMatchObject([
      { source: 'DBLP', message: expect.stringContaining('left out for the rest') as string }
    ])
  })

  it('in a way nobody thought of is told in plain words', async () => {
    const { services } = all({ DBLP: { [title]: new TypeError('undefined is not a function') } })
    const { failed } = await complete(paper(), ...services)
    expect(failed[0]?.message).toBe(
      'DBLP answered with what could not be understood. Try again later.'
    )
  })
})

describe('who gives up', () => {
  it('ends it at once, and keeps what was told by then', async () => {
    const papers = Array.from({ length: 9 }, (_, at) => paper({ id: at + 1 }))
    const controller = new AbortController()
    const told: number[] = []
    const { services, log } = all({})
    const running = completePapers(papers, {
      services,
      signal: controller.signal,
      onProgress: ({ done }) => {
        told.push(done)
        if (done === 3) controller.abort()
      }
    })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(told.length).toBeLessThan(9)
    const asked = log.length
    await Promise.resolve()
    expect(log).toHaveLength(asked)
  })
})
