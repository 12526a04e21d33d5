import type { ExportOptions } from './export-options'

/** How a venue wants its references: by what its own style of BibTeX prints, and what it trips over. */
export interface PublisherProfile {
  id: string
  name: string
  format: 'bibtex' | 'biblatex'
  options: Partial<ExportOptions>
}

/** Fields that no publisher prints, and that make files large. */
const unprinted = ['abstract', 'keywords', 'file', 'langid', 'urldate', 'copyright', 'shorttitle']

export const publisherProfiles: readonly PublisherProfile[] = [
  {
    // ACM-Reference-Format.bst prints DOI, eprint and articleno, and an address only where there is no DOI.
    ...{ id: 'acm', name: 'ACM', format: 'bibtex' },
    options: {
      ...{ addresses: 'doi', bibtexUrl: 'field', letters: 'commands', journals: 'full' },
      leftOut: [...unprinted, 'pmid', 'issn']
    }
  },
  {
    // IEEEtran.bst wants journals abbreviated, and prints every address it is given.
    ...{ id: 'ieee', name: 'IEEE', format: 'bibtex' },
    options: {
      ...{ addresses: 'doi', bibtexUrl: 'none', letters: 'commands', journals: 'abbreviated' },
      leftOut: [...unprinted, 'pmid', 'issn', 'isbn']
    }
  },
  {
    // REVTeX's apsrev4-2.bst links by DOI and knows eprint, archiveprefix and primaryclass.
    ...{ id: 'aps', name: 'APS (REVTeX)', format: 'bibtex' },
    options: {
      ...{ addresses: 'doi', bibtexUrl: 'field', letters: 'commands', journals: 'abbreviated' },
      leftOut: [...unprinted, 'pmid', 'issn', 'isbn']
    }
  },
  {
    // elsarticle-num.bst: journals by ISO 4, DOIs printed, addresses only for what has none.
    ...{ id: 'elsevier', name: 'Elsevier', format: 'bibtex' },
    options: {
      ...{ addresses: 'doi', bibtexUrl: 'field', letters: 'commands', journals: 'abbreviated' },
      leftOut: [...unprinted, 'pmid', 'issn', 'isbn']
    }
  },
  {
    // splncs04.bst prints DOI and address one after the other, so that one of them is enough.
    ...{ id: 'lncs', name: 'Springer LNCS', format: 'bibtex' },
    options: {
      ...{ addresses: 'doi', bibtexUrl: 'field', letters: 'commands', journals: 'abbreviated' },
      leftOut: [...unprinted, 'pmid', 'issn', 'isbn']
    }
  },
  {
    // arXiv sets submissions with pdfLaTeX, and finds references by their numbers and DOIs.
    ...{ id: 'arxiv', name: 'arXiv', format: 'bibtex' },
    options: {
      ...{ addresses: 'both', bibtexUrl: 'field', letters: 'commands', preprints: 'online' },
      ...{ journals: 'full', leftOut: unprinted }
    }
  }
]
