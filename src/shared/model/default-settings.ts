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
  lookups: 'off',
  meaning: true,
  editor: 'system',
  citeFormat: 'latex',
  citeCommand: '',
  citeShortcut: '',
  citeServer: 'off',
  citePort: 23119,
  citeToken: '',
  contact: ''
}
