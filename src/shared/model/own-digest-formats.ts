/** What a digest of one's own is written as. */
export const ownDigestFormats = ['html', 'markdown', 'text', 'eml', 'atom'] as const
export type OwnDigestFormat = (typeof ownDigestFormats)[number]
