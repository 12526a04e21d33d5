import { german } from '@shared/messages/formats'
import type { triage as shape } from '../en/triage'
import { papers } from './count'

const { number, percent } = german

const left = (n: number, of: number): string => `noch ${number(n)} von ${number(of)}`

export const triage: typeof shape = {
  triage: {
    label: 'Eingang',
    keep: 'Behalten',
    dismiss: 'Verwerfen',
    restore: 'In die Bibliothek zurückholen',
    later: 'Zurück in den Eingang',
    left,
    leftInAll: (n) => `noch ${number(n)}`,
    digest: 'Digest, über den zu entscheiden ist',
    all: 'Alle Digests',
    choice: (name, n, of) => `${name}: ${left(n, of)}`,
    rest: 'Rest verwerfen',
    restHelp: (n) =>
      n === 1
        ? 'Das eine Paper dieses Digests verwerfen, über das noch nicht entschieden ist'
        : `Die ${number(n)} Papers dieses Digests verwerfen, über die noch nicht entschieden ist`,
    decide: 'Jetzt entscheiden',
    progress: 'Papers dieses Digests, über die entschieden ist',
    inInbox: 'im Eingang',
    keptMark: 'behalten',
    dismissed: 'Verworfen',
    kept: (n, by) => {
      const why = { star: 'Stern', tag: 'Schlagwort', note: 'Notiz' }[by]
      return `${n === 1 ? 'Das Paper ist' : `${papers(n)} sind`} behalten (${why}).`
    },
    staysFor: (n) =>
      n === 1
        ? 'Das Paper bleibt in der Bibliothek; seine neuere Version ist verworfen.'
        : `${papers(n)} bleiben in der Bibliothek; ihre neueren Versionen sind verworfen.`,
    restDismissed: (n) => `${papers(n)} verworfen.`,
    likeness: (share) => `Wie das, was Sie behalten: ${percent(share)}`,
    for: (some) => `Dafür spricht: ${some.join(', ')}`,
    against: (some) => `Dagegen spricht: ${some.join(', ')}`,
    tooLittle:
      'Behalten Sie drei Papers oder mehr, dann werden die übrigen danach geordnet, wie sehr sie ihnen ähneln.',
    done: {
      all: 'Nichts mehr zu entscheiden',
      allHelp:
        'Was Digests bringen, kommt zuerst hierher. Legen Sie den nächsten ab, wann Sie wollen.',
      digest: (of) =>
        of === 1
          ? 'Über das eine Paper ist entschieden'
          : `Über alle ${number(of)} ist entschieden`,
      counts: (kept, dismissed) => `${number(kept)} behalten, ${number(dismissed)} verworfen.`,
      goOn: (name, n) => `Weiter mit ${name} (noch ${number(n)})`,
      seeKept: 'Behaltene ansehen',
      undo: 'Rückgängig'
    },
    settings: {
      title: 'Eingang',
      digests: 'Über das, was Digests bringen, ist zu entscheiden',
      files: 'Auch über das, was Literaturdateien und PDFs bringen',
      keptBy: 'Ein Paper des Eingangs wird behalten durch',
      acts: { star: 'einen Stern', tag: 'ein Schlagwort', note: 'eine Notiz' }
    }
  }
}
