import { english } from '@shared/messages/formats'
import type { LookupPlan, LookupProgress, LookupReport } from '@shared/model/lookup'

const { count, number } = english

/** The words of looking papers up on the Internet. */
export const lookups = {
  lookups: {
    consent: {
      title: 'Look papers up on the web?',
      what: 'To complete papers, Sheaf asks arXiv, Crossref, DataCite, OpenAlex and DBLP. They are told a paper’s identifiers, or its title and first author, and nothing else of your library.',
      then: 'You see what they answer before anything changes. This can be switched off again in Settings.',
      contact: 'Your mail address (optional)',
      contactHelp: 'Sent along to these services if you give one; some then serve you better.',
      notAnAddress: 'This is no mail address. Correct it, or leave it empty.',
      always: 'After every import too, for papers that lack authors, a year or a venue',
      allow: (n: number) => `Look up ${count(n, 'paper')}`
    },
    asking: (of: number) => `Looking up ${count(of, 'paper')}`,
    counts: ({ done, of, found }: LookupProgress) =>
      `${number(done)} of ${number(of)} asked for, ${number(found)} found`,
    stop: 'Stop',
    nothingIncomplete: 'Every paper is complete: there is nothing to look up.',
    title: ({ papers }: LookupPlan, news: number) => {
      if (news > 0) return `News for ${count(news, 'paper')}`
      return papers.length === 1 ? 'Nothing new about this paper' : 'Nothing new about these papers'
    },
    summary: ({ papers, of, complete, failed }: LookupPlan, found: number) =>
      [
        papers.length < of
          ? `Stopped after ${number(papers.length)} of ${count(of, 'paper')}; ${number(found)} found.`
          : `${number(found)} of ${count(of, 'paper')} found.`,
        ...(complete > 0
          ? [`${count(complete, 'paper')} lacked nothing, and nobody was asked.`]
          : []),
        ...(failed.length > 0 ? ['Not every service could be asked; see below.'] : [])
      ].join(' '),
    help: 'Both values are kept with their sources; which one is shown can be changed in the paper’s details.',
    take: (title: string) => `Complete ${title}`,
    from: (source: string) => `From ${source}`,
    check: (source: string) => `See it at ${source}`,
    columns: { field: 'Field', former: 'Now', said: 'Found' },
    nothing: '–',
    kept: 'kept beside it',
    more: (n: number) => `Show ${number(n)} more`,
    none: 'Found nowhere',
    agrees: 'Found, with nothing new',
    refused: (source: string, title: string) => `${source} has “${title}”.`,
    failed: 'Not asked',
    failedFor: (n: number) => `(for ${count(n, 'paper')})`,
    apply: (n: number) => `Complete ${count(n, 'paper')}`,
    done: (n: number) => `${count(n, 'paper')} completed`,
    byItself: ({ completed, of }: LookupReport) =>
      `${number(completed)} of ${count(of, 'incomplete paper')} completed from the web`,
    settings: {
      title: 'Look papers up on the web',
      choices: { off: 'Never', asked: 'When I ask', always: 'After imports too' },
      contact: 'Mail address that services may know'
    }
  }
}
