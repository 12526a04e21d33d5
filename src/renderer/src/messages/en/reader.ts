import { english } from '@shared/messages/formats'

const { count, number } = english

interface Found {
  current: number
  total: number
  state: 'found' | 'wrapped' | 'none' | 'pending'
}

/** The words of the reader of PDFs. */
export const reader = {
  label: 'Reader',
  toolbar: 'Pages',
  resize: 'Width of the paper beside the PDF',
  opening: 'Opening…',
  page: 'Page',
  of: (pages: number): string => `of ${number(pages)}`,
  percent: (factor: number): string => `${String(Math.round(factor * 100))} %`,
  openElsewhere: 'Open with another program',
  closeTab: 'Close',
  frame: {
    /** The language these words are in. */
    language: 'en',
    title: (title: string): string => `PDF of ${title}`,
    label: (title: string): string => `Pages of ${title}`,
    /** `{n}` stands for the number. */
    page: 'Page {n}',
    thumbnails: 'Small pages',
    preview: 'What the link leads to'
  },
  tabs: {
    label: 'Open papers',
    library: 'Library',
    closeHelp: 'Close'
  },
  find: {
    label: 'Find in this PDF',
    placeholder: 'Find',
    next: 'Next hit',
    previous: 'Previous hit',
    caseSensitive: 'Match capitals',
    wholeWords: 'Whole words',
    list: 'List',
    close: 'Close the search',
    count: ({ current, total, state }: Found): string => {
      if (state === 'none' || (total === 0 && state !== 'pending')) return 'Not found'
      if (total === 0) return ''
      return `${number(current)} of ${count(total, 'hit')}`
    }
  },
  side: {
    outline: 'Outline',
    hits: 'Hits',
    marks: 'Annotations',
    noOutline: 'This PDF has no outline.',
    noHits: 'Nothing found.',
    more: (shown: number, total: number): string =>
      `The first ${number(shown)} of ${number(total)} hits.`
  },
  marks: {
    none: 'Nothing is marked in this PDF. Select text, or take up a tool.',
    tools: {
      note: 'Click where the note is to be.',
      area: 'Draw a box around the area.',
      ink: 'Draw.',
      text: 'Click where the text is to begin, or draw its box.'
    }
  },
  locked: {
    title: (name: string): string => `“${name}” opens with a password.`,
    label: 'Password',
    wrong: 'This password does not open it.',
    open: 'Open'
  },
  failures: {
    damaged: (name: string): string =>
      `“${name}” is damaged or no PDF, and cannot be shown. Try another program, or attach the file again.`,
    gone: (name: string): string =>
      `“${name}” cannot be read any more. If it is on another disk, connect that; else attach the file again.`,
    unexpected: (name: string): string =>
      `“${name}” cannot be shown here. Another program may be able to.`
  },
  noPdf: 'This paper has no PDF. Attach one, or open its link.',
  commands: {
    group: 'Reader',
    open: 'Read the PDF',
    openElsewhere: 'Open the PDF with another program',
    reopen: 'Back to the open PDF',
    leave: 'Back to the list',
    closeTab: 'Close the PDF',
    nextTab: 'Next open paper',
    previousTab: 'Previous open paper',
    find: 'Find in the PDF',
    findNext: 'Next hit in the PDF',
    findPrevious: 'Previous hit in the PDF',
    goToPage: 'Go to page…',
    nextPage: 'Next page',
    previousPage: 'Previous page',
    back: 'Back to where you were in the PDF',
    forward: 'Forward in the PDF',
    outline: 'Show or hide the outline',
    thumbnails: 'Show or hide small pages',
    zoomIn: 'Larger pages',
    zoomOut: 'Smaller pages',
    fitWidth: 'Pages as wide as the window',
    fitPage: 'Whole pages',
    twoPages: 'Two pages side by side',
    rotate: 'Turn pages clockwise',
    rotateBack: 'Turn pages anticlockwise',
    dark: 'Dark or light pages',
    marks: 'Show or hide the annotations of the PDF',
    highlight: 'Highlight the selected text',
    highlightIn: (colour: string): string => `Highlight the selected text: ${colour}`,
    underline: 'Underline the selected text',
    comment: 'Comment on the selected text',
    note: 'Put a note on the page',
    area: 'Mark an area of the page',
    ink: 'Draw on the page',
    text: 'Write on the page',
    list: 'Show or hide the list beside the PDF',
    beside: 'Show or hide the paper beside the PDF'
  }
}
