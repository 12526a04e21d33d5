import type { Settings } from './settings'

/** What holds until the user says otherwise. */
export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  sidebarWidth: 228,
  listWidth: 476,
  sidebarShown: true,
  attaching: 'copy',
  review: 'always',
  inboxDigests: true,
  inboxFiles: false,
  keptBy: ['star', 'tag'],
  keys: {},
  recentCommands: [],
  lookups: 'off',
  meaning: true,
  contact: ''
}
