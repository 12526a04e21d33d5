import {
  getDocument,
  PDFDataRangeTransport,
  PDFWorker,
  PasswordResponses,
  type PDFDocumentLoadingTask
} from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string }
  ) => { createScriptURL: (url: string) => string }
}

/** The one script that this frame may start beside its own. */
const policy = (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy(
  'reader-worker',
  {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('No such worker')
      return url
    }
  }
)

/** Starts with the page, so that it is there when a file is to be opened. */
const worker = PDFWorker.create({
  port: new Worker(policy.createScriptURL(workerUrl), { type: 'module' })
})

const served = (folder: string): string => new URL(`/pdfjs/${folder}/`, location.href).href

/** Pages of a large file come from many places of it: fewer, larger pieces. */
const pieceSize = 256 * 1024

/** Asks for the pieces of an open file as they are needed. */
class Pieces extends PDFDataRangeTransport {
  constructor(
    private readonly token: string,
    bytes: number,
    private readonly failed: () => void
  ) {
    super(bytes, null)
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#fetch(begin, end).catch(this.failed)
  }

  async #fetch(begin: number, end: number): Promise<void> {
    const response = await fetch(`/file/${this.token}`, {
      headers: { range: `bytes=${String(begin)}-${String(end - 1)}` }
    })
    if (response.status !== 206) throw new Error('gone')
    this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()))
  }
}

/**
 * Opens a file under its token. No script in it runs, and nothing is fetched but its own bytes and
 * what ships with pdf.js.
 */
export function openDocument(
  file: { token: string; bytes: number },
  on: { locked: (isWrong: boolean, answer: (password: string) => void) => void; gone: () => void }
): PDFDocumentLoadingTask {
  const task = getDocument({
    range: new Pieces(file.token, file.bytes, on.gone),
    worker,
    rangeChunkSize: pieceSize,
    ...{ disableAutoFetch: true, disableStream: true, enableXfa: false, verbosity: 0 },
    // Not read by this release any more; here for one that does.
    ...{ isEvalSupported: false },
    ...{ cMapUrl: served('cmaps'), cMapPacked: true, wasmUrl: served('wasm') },
    ...{ standardFontDataUrl: served('standard_fonts'), iccUrl: served('iccs') }
  })
  task.onPassword = (answer: (password: string) => void, reason: number) => {
    on.locked(reason === PasswordResponses.INCORRECT_PASSWORD, answer)
  }
  return task
}
