// Who may import whom: the layers in docs/architecture.md, as rules that fail `npm run check`.
const builtin = { dependencyTypes: ['core'] }
const valueOnly = { dependencyTypesNot: ['type-only'] }
const package_ = (name) => `(^|/)node_modules/${name}/`

/** Every folder of main that is one feature, and knows nothing of the others. */
const features = ['search', 'import', 'export', 'latex', 'annotate', 'pictures']
const notInFeatures = [...features, 'lookup', 'subscribe', 'app', 'ipc']

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle cannot be understood in parts.', {}, { circular: true }),
    rule('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'shared-is-neutral',
      'src/shared runs in every process: nothing else of ours, no Node, no package but zod.',
      { path: '^src/shared/' },
      { pathNot: ['^src/shared/', package_('zod')] }
    ),
    rule(
      'preload-is-thin',
      'The preload script is a bridge: shared types and names, and Electron.',
      { path: '^src/preload/' },
      { pathNot: ['^src/preload/', '^src/shared/', package_('electron'), '^electron$'] }
    ),
    rule(
      'preload-validates-nothing',
      'The contract brings zod with it: in the preload script it is for types.',
      { path: '^src/preload/' },
      { path: ['^src/shared/ipc/contract', package_('zod')], ...valueOnly }
    ),
    rule(
      'window-has-no-system',
      'The window reaches the system through the bridge alone.',
      { path: '^src/renderer/' },
      { path: ['^src/(main|preload)/', package_('electron'), '^electron$'] }
    ),
    rule(
      'window-has-no-node',
      'The window runs in a sandbox without Node.',
      { path: '^src/renderer/' },
      builtin
    ),
    rule(
      'reader-frame-apart',
      'The frame with a PDF shares nothing with the window but what they say to each other.',
      { path: '^src/renderer/reader/' },
      { path: '^src/', pathNot: '^src/(renderer/reader|shared)/' }
    ),
    rule(
      'window-without-pdfjs',
      'PDFs are shown in the reader’s frame; the window draws none.',
      { path: '^src/renderer/src/' },
      { path: ['^src/renderer/reader/', package_('pdfjs-dist')] }
    ),
    rule(
      'ui-knows-no-app',
      'src/renderer/src/ui is made of parts that would serve another app, words aside.',
      { path: '^src/renderer/src/ui/' },
      { path: '^src/', pathNot: '^src/renderer/src/(ui|messages)/' }
    ),
    rule(
      'lib-knows-no-feature',
      'What features share cannot depend on one of them.',
      { path: '^src/renderer/src/lib/' },
      { path: '^src/renderer/src/(features|ui)/' }
    ),
    rule(
      'window-features-apart',
      'Features of the window meet in App.svelte or in a shared model.',
      { path: '^src/renderer/src/features/([^/]+)/' },
      { path: '^src/renderer/src/features/', pathNot: '^src/renderer/src/features/$1/' }
    ),
    rule(
      'main-has-no-window',
      'The main process talks to the window through events and replies.',
      { path: '^src/main/' },
      { path: '^src/(renderer|preload)/' }
    ),
    rule(
      'database-knows-no-feature',
      'The database layer serves every feature, so it depends on none.',
      { path: '^src/main/database/' },
      { path: '^src/main/', pathNot: '^src/main/database/' }
    ),
    rule(
      'library-is-below',
      'The library holds the SQL of the nouns; features stand on it, not the other way round.',
      { path: '^src/main/library/' },
      { path: '^src/main/', pathNot: '^src/main/(library|database)/' }
    ),
    rule(
      'main-features-apart',
      'Features of the main process are joined above them, never in them.',
      { path: `^src/main/(${features.join('|')})/` },
      { path: `^src/main/(${notInFeatures.join('|')})/`, pathNot: '^src/main/$1/' }
    ),
    rule(
      'lookup-only-asks',
      'Lookup reads what services answer, with the readers of import; it knows no library and no database.',
      { path: '^src/main/lookup/' },
      {
        path: '^src/main/',
        pathNot: [
          '^src/main/lookup/',
          '^src/main/library/same-paper\\.ts$',
          '^src/main/import/(references|markup)/',
          '^src/main/import/digest/feed\\.ts$',
          '^src/main/import/(parsed|paper-url)\\.ts$'
        ]
      }
    ),
    rule(
      'subscribe-only-asks',
      'Sources ask with the means of lookup and read with those of import; they know no library and no database.',
      { path: '^src/main/subscribe/' },
      {
        path: '^src/main/',
        pathNot: [
          '^src/main/(subscribe|lookup)/',
          '^src/main/import/(markup|digest)/',
          '^src/main/import/(parsed|parse-request)\\.ts$'
        ]
      }
    ),
    rule(
      'trends-count-words',
      'What trends is counted in the library, in the words that search tells apart.',
      { path: '^src/main/trends/' },
      {
        path: '^src/main/',
        pathNot: [
          '^src/main/(trends|library|database)/',
          '^src/main/search/(analysis|language|scan-words)\\.ts$'
        ]
      }
    ),
    rule(
      'electron-at-the-edge',
      'Everything but the edge runs, and is tested, without Electron.',
      { path: '^src/', pathNot: '^src/(main/(app|ipc)/|main/index\\.ts$|preload/)' },
      { path: [package_('electron'), '^electron$'] }
    ),
    rule(
      'one-door-to-sqlite',
      'Pragmas, errors and transactions are settled in src/main/database.',
      { path: '^src/', pathNot: '^src/main/database/' },
      { path: package_('better-sqlite3'), ...valueOnly }
    ),
    rule(
      'one-door-to-lunr',
      'Only search knows how the index is made.',
      { path: '^src/', pathNot: '^src/main/search/' },
      { path: package_('(@types/)?lunr') }
    ),
    rule(
      'nothing-imports-the-start',
      'The entry points start programs; they are not modules.',
      { path: '^src/' },
      { path: ['^src/main/(cli/)?index\\.ts$', '^src/renderer/src/main\\.ts$'] }
    )
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default', 'types']
    }
  }
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}
