import { english } from '@shared/messages/formats'
import type { Annotation, AnnotationKind } from '@shared/model/annotation'

const { count, longDate, number } = english

const kinds: Record<AnnotationKind, string> = {
  highlight: 'Highlight',
  underline: 'Underline',
  note: 'Note',
  area: 'Area',
  ink: 'Ink',
  text: 'Text'
}
const colours = ['Yellow', 'Green', 'Blue', 'Red', 'Purple', 'Orange', 'Pink', 'Grey']

/** What a colour is called: what it means to the user, or else how it looks. */
function colour(names: readonly string[], number: number): string {
  const own = names[number] ?? ''
  return own === '' ? (colours[number] ?? '') : own
}

function place({ target }: Pick<Annotation, 'target'>): string {
  if (target.on !== 'pdf') return target.on === 'title' ? 'Title' : 'Abstract'
  return `p. ${target.pageLabel === '' ? String(target.page + 1) : target.pageLabel}`
}

/** The words of annotations: on abstracts, with a paper, in the view of all. */
export const annotations = {
  annotations: {
    label: 'Annotations',
    kinds,
    colour,
    placeOf: place,
    place: 'Place',
    placeWhat: (what: string) => `Give a place to annotation: ${what}`,
    placing: 'Select the text that it is to be at, and press Enter.',
    toolbar: {
      label: 'Mark the selected text',
      highlight: (name: string, key: number) => `Highlight: ${name} (${String(key)})`,
      underline: 'Underline',
      comment: 'Comment',
      place: 'Place it here',
      keys: 'Keys: 1–8 highlight, u underlines, Enter comments.'
    },
    none: 'None yet. Select text in the abstract or the PDF to mark it.',
    item: (kind: AnnotationKind, at: string) => `${kinds[kind]}, ${at}`,
    lost: 'Place lost',
    lostHelp: 'The words are not in the text any more.',
    edit: 'Edit',
    editWhat: (what: string) => `Edit annotation: ${what}`,
    remove: 'Delete',
    removeWhat: (what: string) => `Delete annotation: ${what}`,
    comment: 'Comment',
    commentPlaceholder: 'Markdown. Saved as you type.',
    colourLabel: 'Colour',
    kindLabel: 'Kind',
    tag: 'Tag',
    addTag: 'Add a tag to the annotation',
    removeTag: (name: string) => `Take tag ${name} off the annotation`,
    by: (author: string, at: string) =>
      `${author === '' ? '' : `${author}, `}${longDate(at.slice(0, 10))}`,
    more: (n: number) => `Show all ${number(n)}`,
    unplaced: (n: number) => `${number(n)} could not be placed in the text as it is now.`,
    loose: (n: number) =>
      n === 1
        ? 'One is in a file that is not attached any more.'
        : `${number(n)} are in files that are not attached any more.`,
    showUnplaced: 'Show them',
    lookIn: (file: string) => `Look in ${file}`,
    reanchored: (placed: number, lost: number) => {
      const found = placed === 0 ? '' : `${count(placed, 'annotation')} placed.`
      const not = lost === 0 ? '' : `${number(lost)} could not be placed.`
      return [found, not].filter((part) => part !== '').join(' ')
    },
    replaced: (placed: number, lost: number) => {
      if (placed + lost === 0) return 'The file was replaced.'
      const all = `The file was replaced; ${number(placed)} of ${count(placed + lost, 'annotation')} found again.`
      return lost === 0 ? all : `${all} ${number(lost)} could not be placed.`
    },
    takenOver: (added: number, known: number) => {
      if (added + known === 0) return 'This PDF has no annotations of its own.'
      const had = known === 0 ? '' : ` ${number(known)} were there already.`
      return added === 0
        ? 'All its annotations were taken over before.'
        : `${count(added, 'annotation')} taken over.${had}`
    },
    written: (n: number, left: number, fileName: string) =>
      `${count(n, 'annotation')} written to ${fileName}.${left === 0 ? '' : ` ${number(left)} without a place left out.`}`,
    copied: (n: number) => `Copied ${count(n, 'annotation')} as Markdown.`,
    saved: (n: number, fileName: string) => `${count(n, 'annotation')} written to ${fileName}.`,
    file: {
      menu: (name: string) => `More for ${name}`,
      short: 'More',
      replace: 'Replace with another file…',
      takeOver: 'Take over its annotations',
      write: 'Save a copy with annotations…'
    },
    view: {
      search: 'Search annotations',
      searchPlaceholder: 'Words of quote, comment or tag',
      colours: 'Colours',
      kind: 'Kind',
      anyKind: 'Any kind',
      tag: 'Tag',
      anyTag: 'Any tag',
      unplaced: 'Place lost',
      ofPaper: (title: string) => `Only of “${title}”`,
      everywhere: 'Show all papers',
      found: (n: number, papers: number) =>
        n === 0 ? 'No annotations' : `${count(n, 'annotation')} in ${count(papers, 'paper')}`,
      empty: 'No annotations yet',
      emptyHelp:
        'Select text in an abstract and press 1 to 8, or take over what your PDFs came with.',
      nothing: 'No annotation is like that',
      nothingHelp: 'Take away a word or a filter.',
      export: 'Export annotations',
      copy: 'Copy as Markdown',
      save: 'Save as Markdown…',
      keys: 'Enter goes to the paper, e edits, Delete deletes.',
      close: 'Back to papers'
    },
    settings: {
      title: 'Colours of annotations',
      help: 'What each means to you, such as Method or Doubt.',
      annotator: 'Your name in annotated PDFs',
      annotatorHelp: 'Written into copies that you export. Empty for no name.'
    }
  }
}
