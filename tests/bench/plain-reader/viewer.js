import * as pdfjsLib from '/pdfjs/build/pdf.min.mjs'

Object.assign(globalThis, { pdfjsLib })
pdfjsLib.GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.min.mjs'
const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/web/pdf_viewer.mjs')

class Pieces extends pdfjsLib.PDFDataRangeTransport {
  /**
   * @param {number} begin
   * @param {number} end
   */
  async requestDataRange(begin, end) {
    const response = await fetch('/long.pdf', { headers: { range: `bytes=${begin}-${end - 1}` } })
    this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()))
  }
}

const container = document.getElementById('pages')
const eventBus = new EventBus()
const linkService = new PDFLinkService({ eventBus })
const viewer = new PDFViewer({ container, eventBus, linkService })
linkService.setViewer(viewer)
eventBus.on('pagesinit', () => {
  viewer.currentScaleValue = 'page-width'
})
eventBus.on('pagerendered', ({ pageNumber }) => {
  if (pageNumber === 1) requestAnimationFrame(() => setTimeout(() => console.log('painted')))
})
const pdf = await pdfjsLib.getDocument({
  range: new Pieces(Number(location.search.slice(1)), null),
  ...{ disableAutoFetch: true, disableStream: true, verbosity: 0 }
}).promise
viewer.setDocument(pdf)
linkService.setDocument(pdf)
