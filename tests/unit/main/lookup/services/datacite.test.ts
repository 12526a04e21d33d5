import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../../../src/main/lookup/service'
import { datacite } from '../../../../../src/main/lookup/services/datacite'
import { answering, askingAt, type Loopback } from '../loopback'

/** An invented preprint, in the shape of api.datacite.org/dois/{doi} (schema 4.6). */
const preprint = {
  doi: '10.48550/arxiv.2401.00001',
  creators: [
    { name: 'Berg, Ada', nameType: 'Personal', givenName: 'Ada', familyName: 'Berg' },
    { name: 'Ōno, Ken', affiliation: [], nameIdentifiers: [] },
    { name: 'Loom Collaboration, The', nameType: 'Organizational' }
  ],
  titles: [
    { title: 'Über das Weben', titleType: 'TranslatedTitle', lang: 'de' },
    { title: 'On the Weaving of Sheaves', lang: 'en' },
    { title: 'A Study', titleType: 'Subtitle' }
  ],
  publisher: 'arXiv',
  container: {},
  publicationYear: 2024,
  dates: [
    { date: '2024-01-01T18:59:59Z', dateType: 'Submitted' },
    { date: '2025-02-01', dateType: 'Updated' },
    { date: '2024-01', dateType: 'Available', dateInformation: 'v1' }
  ],
  types: { resourceTypeGeneral: 'Preprint', resourceType: 'Article', citeproc: 'article' },
  descriptions: [
    { description: '12 pages', descriptionType: 'Other' },
    { description: 'Abstract: We weave.', descriptionType: 'Abstract' }
  ],
  relatedIdentifiers: [
    {
      relationType: 'IsPreprintOf',
      relatedIdentifier: '10.5555/OUT',
      relatedIdentifierType: 'DOI'
    },
    { relationType: 'Cites', relatedIdentifier: '10.5555/cited', relatedIdentifierType: 'DOI' }
  ],
  language: 'en'
}
const type = 'application/vnd.api+json; charset=utf-8'
const answer = (attributes: object): string =>
  JSON.stringify({ data: { id: '10.48550/arxiv.2401.00001', type: 'dois', attributes } })

async function found(server: Loopback): Promise<Candidate[]> {
  const service = datacite({ get: askingAt(server), baseUrl: server.base })
  const identifier = { scheme: 'doi' as const, value: preprint.doi, version: null }
  return (await service.byIdentifier?.find([identifier])) ?? []
}

async function saidOf(attributes: object): Promise<Candidate['says'] | undefined> {
  const body = answer({ ...preprint, ...attributes })
  return (await found(await answering({ type, body })))[0]?.says
}

describe('DataCite', () => {
  it('tells a paper by its DOI: people and groups, the main title, the day it was given', async () => {
    const server = await answering({ type, body: answer(preprint) })
    const person = (family: string, given: string): object => ({
      ...{ role: 'author', name: { family, given, particle: '', suffix: '' } }
    })
    expect(await found(server)).toEqual([
      {
        source: 'DataCite',
        url: 'https://doi.org/10.48550/arxiv.2401.00001',
        title: 'On the Weaving of Sheaves: A Study',
        says: {
          ...{ type: 'article', issued: '2024-01-01', publisher: 'arXiv', language: 'en' },
          abstract: 'We weave.',
          creators: [
            person('Berg', 'Ada'),
            person('Ōno', 'Ken'),
            { role: 'author', name: { literal: 'Loom Collaboration, The' } }
          ],
          identifiers: [
            { scheme: 'doi', value: '10.48550/arxiv.2401.00001', version: null },
            { scheme: 'arxiv', value: '2401.00001', version: null },
            { scheme: 'doi', value: '10.5555/out', version: null }
          ]
        }
      }
    ])
    expect(server.asked).toEqual(['/dois/10.48550%2Farxiv.2401.00001'])
  })

  it('tells what holds a paper, but not that a repository keeps it', async () => {
    const types = { resourceTypeGeneral: 'JournalArticle' }
    const held = { title: 'Looms', volume: '4', issue: '2', firstPage: '10', lastPage: '19' }
    expect(await saidOf({ types, container: { ...held, type: 'Journal' } })).toMatchObject({
      ...{ type: 'article-journal', venue: 'Looms', volume: '4', issue: '2', pages: '10–19' }
    })
    const kept = await saidOf({ types, container: { title: 'Zenodo', type: 'DataRepository' } })
    expect(kept?.venue).toBeUndefined()
  })

  it('knows a publisher by name, or as an object', async () => {
    expect((await saidOf({ publisher: { name: 'Zenodo' } }))?.publisher).toBe('Zenodo')
  })

  it.each([
    [{ resourceTypeGeneral: 'Dataset' }, 'dataset'],
    [{ resourceTypeGeneral: 'Software' }, 'software'],
    [{ resourceTypeGeneral: 'ConferencePaper' }, 'paper-conference'],
    [{ resourceTypeGeneral: 'Dissertation' }, 'thesis'],
    [{ resourceTypeGeneral: 'Text', citeproc: 'article-journal' }, 'article-journal'],
    [{ resourceTypeGeneral: 'Text', resourceType: 'Preprint' }, 'article'],
    [{ resourceTypeGeneral: 'constructor' }, 'document']
  ])('calls %j what is here %s', async (types, name) => {
    expect((await saidOf({ types }))?.type).toBe(name)
  })

  it('survives a record of which every part has another shape than it should', async () => {
    const odd = {
      ...{ creators: [null, 'x', {}, { name: 5 }], publisher: [], container: 'Looms', dates: {} },
      ...{ publicationYear: {}, types: [], descriptions: 'none', relatedIdentifiers: [null, 1] }
    }
    expect(await saidOf(odd)).toMatchObject({ type: 'document' })
    expect(await saidOf({ titles: [{ title: 'Only', titleType: 'Other' }] })).toBeUndefined()
  })

  it('may not know a DOI, and is not believed to answer with a page', async () => {
    expect(await found(await answering({ status: 404, type, body: '{"errors":[]}' }))).toEqual([])
    const page = await answering({ type: 'text/html', body: '<html></html>' })
    await expect(found(page)).rejects.toMatchObject({ code: 'unreadable-file' })
  })
})
