import { z } from 'zod'
import { openedFile, readingPlace } from '../../model/reading'
import { id, nothing, changed, fileToken, reanchored } from './common'

/** Files of papers, and the reader. */
export const files = {
  'attachment:choose': { input: z.strictObject({ paperId: id }), output: changed },
  'attachment:open': { input: z.strictObject({ id }), output: nothing },
  /** Asks for a file to put in the place of another, and finds its annotations in that; null when the user cancels it. */
  'attachment:replace': {
    input: z.strictObject({ id }),
    output: changed.extend(reanchored.shape).nullable()
  },
  /** Takes note of what a linked file has become, if it is another one now, and finds its annotations in that. */
  'attachment:refresh': {
    input: z.strictObject({ id }),
    output: changed.extend(reanchored.shape)
  },
  'attachment:remove': { input: z.strictObject({ id }), output: changed },
  /** Hands a PDF of a paper out to the reader's frame, under a token, until it is closed. */
  'reader:open': { input: z.strictObject({ attachmentId: id }), output: openedFile },
  'reader:close': { input: z.strictObject({ token: fileToken }), output: nothing },
  /** Where the user is in a PDF: there it opens again. Not a change that could be undone. */
  'reader:remember': {
    input: z.strictObject({ token: fileToken, place: readingPlace }),
    output: nothing
  }
}
