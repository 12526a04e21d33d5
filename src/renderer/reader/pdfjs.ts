import * as pdfjsLib from 'pdfjs-dist'

// Its viewer components take it from here, when they are evaluated.
Object.assign(globalThis, { pdfjsLib })
