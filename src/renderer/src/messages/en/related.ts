import { english } from '@shared/messages/formats'
import type { Reason } from '@shared/model/related'

const { count, percent } = english

/** From here on papers are about the same: two of one topic have 0.5 to 0.7. */
const alike = 0.5
/** Related papers, and why they are. */
export const related = {
  heading: 'Related in your library',
  more: 'More, and ones less like these…',
  title: (name: string): string => `Related to ${name}`,
  forText: 'Papers for a paragraph',
  several: (n: number): string => count(n, 'paper'),
  text: 'Your text',
  textHelp: 'A draft, an abstract, a question: papers of your library that are about the same.',
  found: (n: number): string =>
    n === 0 ? 'No paper of the library is like this.' : `${count(n, 'paper')}, the likest first`,
  lessLike: 'Less like this',
  lessLikeHelp: 'Leaves this paper out, and lets what is about the same count less',
  turnedDown: (n: number): string => `Less like ${n === 1 ? 'one paper' : `${String(n)} papers`}.`,
  takeBack: 'Take back',
  why: ({ terms, people, venue, nearness }: Reason): string =>
    [
      terms.join(', '),
      people.length > 0 ? `also by ${people.join(', ')}` : '',
      venue === '' ? '' : `also in ${venue}`,
      nearness !== null && nearness >= alike ? `alike in meaning (${percent(nearness)})` : ''
    ]
      .filter((part) => part !== '')
      .join('; ')
}
