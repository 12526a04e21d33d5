import { en } from './en'

/** The words of the user's language. */
export const words = en
