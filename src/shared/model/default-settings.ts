import type { Settings } from './settings'

/** What holds until the user says otherwise. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  sidebarWidth: 228,
  listWidth: 476,
  sidebarShown: true,
  besideWidth: 360,
  besideShown: true,
  listBesideShown: false,
  pdfPages: 'theme',
  listForm: 'rows',
  columns: [
    { column: 'title', width: 320 },
    { column: 'authors', width: 150 },
    { column: 'year', width: 56 },
    { column: 'venue', width: 130 },
    { column: 'tags', width: 130 },
    { column: 'added', width: 96 }
  ],
  attaching: 'copy',
  review: 'always',
  inboxDigests: true,
  inboxFiles: false,
  keptBy: ['star', 'tag'],
  keys: {},
  recentCommands: [],
  lookups: 'off',
  meaning: true,
  annotator: '',
  annotationColours: ['', '', '', '', '', '', '', ''],
  editor: 'system',
  citeFormat: 'latex',
  citeCommand: '',
  citeShortcut: '',
  citeServer: 'off',
  citePort: 23119,
  citeToken: '',
  contact: ''
}
