import { german } from '@shared/messages/formats'
import type { lookups as shape } from '../en/lookups'
import { papers } from './count'

const { number, count } = german

export const lookups: typeof shape = {
  lookups: {
    consent: {
      title: 'Papers im Web nachschlagen?',
      what: 'Um Papers zu vervollständigen, fragt Sheaf arXiv, Crossref, DataCite, OpenAlex und DBLP. Sie erfahren die Kennungen eines Papers oder seinen Titel und den ersten Autor und sonst nichts aus Ihrer Bibliothek.',
      then: 'Sie sehen die Antworten, bevor sich etwas ändert. In den Einstellungen lässt sich das wieder ausschalten.',
      contact: 'Ihre Mail-Adresse (freiwillig)',
      contactHelp:
        'Wird diesen Diensten mitgeschickt, wenn Sie eine angeben; manche bedienen Sie dann besser.',
      notAnAddress:
        'Das ist keine Mail-Adresse. Berichtigen Sie sie oder lassen Sie das Feld leer.',
      always: 'Auch nach jedem Import, für Papers ohne Autoren, Jahr oder Erscheinungsort',
      allow: (n) => `${papers(n)} nachschlagen`
    },
    asking: (of) => `${papers(of)} werden nachgeschlagen`,
    counts: ({ done, of, found }) =>
      `${number(done)} von ${number(of)} gefragt, ${number(found)} gefunden`,
    stop: 'Anhalten',
    nothingIncomplete: 'Jedes Paper ist vollständig: Es gibt nichts nachzuschlagen.',
    title: ({ papers: looked }, news) => {
      if (news > 0) return `Neues zu ${papers(news)}`
      return looked.length === 1 ? 'Nichts Neues zu diesem Paper' : 'Nichts Neues zu diesen Papers'
    },
    summary: ({ papers: looked, of, complete, failed }, found) =>
      [
        looked.length < of
          ? `Nach ${number(looked.length)} von ${papers(of)} angehalten; ${number(found)} gefunden.`
          : `${number(found)} von ${papers(of)} gefunden.`,
        ...(complete > 0
          ? [`Bei ${papers(complete)} fehlte nichts, und niemand wurde gefragt.`]
          : []),
        ...(failed.length > 0 ? ['Nicht jeder Dienst konnte gefragt werden; siehe unten.'] : [])
      ].join(' '),
    help: 'Beide Werte werden mit ihrer Quelle aufbewahrt; welcher angezeigt wird, lässt sich in den Angaben des Papers ändern.',
    take: (title) => `${title} vervollständigen`,
    from: (source) => `Von ${source}`,
    check: (source) => `Bei ${source} ansehen`,
    columns: { field: 'Feld', former: 'Jetzt', said: 'Gefunden' },
    nothing: '–',
    kept: 'daneben aufbewahrt',
    more: (n) => `${number(n)} weitere zeigen`,
    none: 'Nirgends gefunden',
    agrees: 'Gefunden, ohne Neues',
    refused: (source, title) => `${source} hat „${title}“.`,
    failed: 'Nicht gefragt',
    failedFor: (n) => `(für ${papers(n)})`,
    apply: (n) => `${papers(n)} vervollständigen`,
    done: (n) => `${papers(n)} vervollständigt`,
    byItself: ({ completed, of }) =>
      `${number(completed)} von ${count(of, 'unvollständigen Paper', 'unvollständigen Papers')} aus dem Web vervollständigt`,
    settings: {
      title: 'Papers im Web nachschlagen',
      choices: { off: 'Nie', asked: 'Wenn ich es verlange', always: 'Auch nach Importen' },
      contact: 'Mail-Adresse, die Dienste erfahren dürfen'
    }
  }
}
