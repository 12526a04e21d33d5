import { german } from '@shared/messages/formats'
import type { related as shape } from '../en/related'
import { papers } from './count'

const { percent } = german

/** As in English. */
const alike = 0.5

export const related: typeof shape = {
  heading: 'Verwandt in Ihrer Bibliothek',
  more: 'Mehr und weniger Ähnliches…',
  title: (name) => `Verwandt mit ${name}`,
  forText: 'Papers zu einem Absatz',
  several: (n) => papers(n),
  text: 'Ihr Text',
  textHelp: 'Ein Entwurf, ein Abstract, eine Frage: Papers der Bibliothek, die vom selben handeln.',
  found: (n) =>
    n === 0 ? 'Kein Paper der Bibliothek ist so.' : `${papers(n)}, die ähnlichsten zuerst`,
  lessLike: 'Weniger davon',
  lessLikeHelp: 'Lässt dieses Paper weg und zählt geringer, was vom selben handelt',
  turnedDown: (n) => `Weniger wie ${n === 1 ? 'ein Paper' : papers(n)}.`,
  takeBack: 'Zurücknehmen',
  why: ({ terms, people, venue, nearness }) =>
    [
      terms.join(', '),
      people.length > 0 ? `auch von ${people.join(', ')}` : '',
      venue === '' ? '' : `auch in ${venue}`,
      nearness !== null && nearness >= alike
        ? `ähnlich in der Bedeutung (${percent(nearness)})`
        : ''
    ]
      .filter((part) => part !== '')
      .join('; ')
}
