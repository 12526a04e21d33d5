import { z } from 'zod'
import { about } from '../../model/about'
import { downloaded, updateAnswer } from '../../model/update'
import { settings } from '../../model/settings'
import { nothing } from './common'

/** The application itself, its settings and its newer versions. */
export const app = {
  /** The list is on screen and answers to keys: tells the main process how long the start took. Answers how many imports were cut off by a crash and taken back. */
  'app:started': { input: nothing, output: z.strictObject({ takenBack: z.int() }) },
  'app:about': { input: nothing, output: about },
  /** Asks whether there is a newer version, where anybody is to be asked; only when the user has said so. */
  'update:check': { input: nothing, output: updateAnswer },
  /** Downloads what was found, checks it, and shows it in its folder. */
  'update:download': { input: nothing, output: downloaded },
  'update:stop': { input: nothing, output: nothing },
  'link:open': { input: z.strictObject({ url: z.string().max(10_000) }), output: nothing },
  'settings:get': { input: nothing, output: settings },
  'settings:set': { input: settings.partial(), output: settings }
}
