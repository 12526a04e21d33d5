import type { KeepingAct } from '@shared/model/triage'
import { english } from '@shared/messages/formats'

const { count, number } = english

/** `12 of 68 left`. */
function left(n: number, of: number): string {
  return `${number(n)} of ${number(of)} left`
}

/** The words of the Inbox: what is to be decided about, and what was. */
export const triage = {
  triage: {
    label: 'Inbox',
    keep: 'Keep',
    dismiss: 'Dismiss',
    restore: 'Restore to the library',
    later: 'Back to the Inbox',
    left,
    leftInAll: (n: number) => `${number(n)} left`,
    digest: 'Digest to decide about',
    all: 'All digests',
    choice: (name: string, n: number, of: number) => `${name}: ${left(n, of)}`,
    rest: 'Dismiss the rest',
    restHelp: (n: number) =>
      `Dismiss the ${number(n)} papers of this digest that are still undecided`,
    decide: 'Decide now',
    progress: 'Papers of this digest that are decided',
    inInbox: 'in the Inbox',
    keptMark: 'kept',
    dismissed: 'Dismissed',
    kept: (n: number, by: KeepingAct) => {
      const papers = n === 1 ? 'The paper is' : `${count(n, 'paper')} are`
      const why = { star: 'starred', tag: 'tagged', note: 'written about' }[by]
      return `${papers} ${why}, and so kept.`
    },
    staysFor: (n: number) =>
      n === 1
        ? 'The paper stays in your library; its newer version is dismissed.'
        : `${count(n, 'paper')} stay in your library; their newer versions are dismissed.`,
    restDismissed: (n: number) => `${count(n, 'paper')} dismissed.`,
    likeness: (share: number) => `Like what you keep: ${String(Math.round(share * 100))}%`,
    for: (words: readonly string[]) => `For it speak: ${words.join(', ')}`,
    against: (words: readonly string[]) => `Against it speak: ${words.join(', ')}`,
    tooLittle: 'Keep three papers or more, and the rest is ranked by likeness to them.',
    done: {
      all: 'Nothing left to decide',
      allHelp: 'What digests bring comes here first. Drop the next one whenever you like.',
      digest: (of: number) => (of === 1 ? 'The one paper is decided' : `All ${number(of)} decided`),
      counts: (kept: number, dismissed: number) =>
        `${number(kept)} kept, ${number(dismissed)} dismissed.`,
      goOn: (name: string, n: number) => `Go on with ${name} (${number(n)} left)`,
      seeKept: 'See what you kept',
      undo: 'Undo'
    },
    settings: {
      title: 'Inbox',
      digests: 'What digests bring is to be decided about',
      files: 'What reference files and PDFs bring, too',
      keptBy: 'A paper of the Inbox is kept by',
      acts: { star: 'Starring it', tag: 'Tagging it', note: 'Writing about it' } satisfies Record<
        KeepingAct,
        string
      >
    }
  }
}
