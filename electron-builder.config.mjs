// How Sheaf is packed, for every platform. `npm run dist` and `npm run dist:deb` build by it, and so does the
// release workflow; what a .deb needs beside it is in scripts/dist/deb.mjs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/** What the packed program can be made to do from outside: nothing but what Sheaf does. */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** @param {string} ext @param {string} name @param {string} mimeType */
const opens = (ext, name, mimeType) => ({ ext, name, mimeType, role: 'Viewer' })

/** The parts of ONNX Runtime and SQLite for other machines than the one that is packed for. */
const foreign = {
  linux: [
    '!node_modules/onnxruntime-node/bin/napi-v*/{darwin,win32,linux/arm64}',
    '!node_modules/better-sqlite3/prebuilds/{darwin-*,win32-*,linuxmusl-*,linux-arm64*}'
  ],
  darwin: [
    '!node_modules/onnxruntime-node/bin/napi-v*/{linux,win32}',
    '!node_modules/better-sqlite3/prebuilds/{linux,linuxmusl,win32}-*'
  ],
  win32: [
    '!node_modules/onnxruntime-node/bin/napi-v*/{linux,darwin}',
    '!node_modules/better-sqlite3/prebuilds/{linux,linuxmusl,darwin}-*'
  ]
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.sheaf.Sheaf',
  productName: 'Sheaf',
  copyright: 'Copyright © 2026 The Sheaf authors',
  buildVersion: version,
  directories: { output: 'dist', buildResources: 'resources' },
  // Without blanks: it is a part of an address where updates are made known.
  artifactName: '${productName}-${version}-${arch}.${ext}',
  files: [
    'out/**',
    '!out/**/*.map',
    'package.json',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    // Only what fetches ONNX Runtime at its installation needs these.
    '!node_modules/onnxruntime-node/script',
    '!node_modules/{adm-zip,global-agent,node-addon-api}/**',
    '!node_modules/{globalthis,matcher,semver,serialize-error,type-fest,escape-string-regexp}/**',
    '!node_modules/{define-data-property,define-properties,es-define-property,es-errors}/**',
    '!node_modules/{gopd,has-property-descriptors,object-keys}/**'
  ],
  asar: true,
  asarUnpack: ['**/*.node', '**/libonnxruntime*', '**/onnxruntime*.dll', '**/DirectML.dll'],
  extraResources: [
    { from: 'resources', filter: ['csl/**', 'models/**', 'samples/**', 'icon.png', 'drag.png'] }
  ],
  // Nothing is compiled: the native parts come built, for every version of Electron.
  npmRebuild: false,
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    const name = { darwin: 'Sheaf.app', win32: 'Sheaf.exe' }[electronPlatformName] ?? 'sheaf'
    await flipFuses(join(appOutDir, name), {
      version: FuseVersion.V1,
      // One that a later Electron adds is to be thought about.
      strictlyRequireAllFuses: true,
      // macOS runs no program that was changed after it was signed; it is signed anew after this.
      resetAdHocDarwinSignature: electronPlatformName === 'darwin',
      ...fuses
    })
  },
  protocols: [{ name: 'A paper in Sheaf', schemes: ['sheaf'], role: 'Viewer' }],
  fileAssociations: [
    opens('bib', 'BibTeX bibliography', 'text/x-bibtex'),
    opens('ris', 'RIS references', 'application/x-research-info-systems'),
    opens('nbib', 'PubMed references', 'application/nbib'),
    opens('eml', 'Mail', 'message/rfc822'),
    opens('pdf', 'PDF', 'application/pdf')
  ],
  linux: {
    target: [{ target: 'AppImage', arch: ['x64'] }],
    executableName: 'sheaf',
    category: 'Science;Office;Literature',
    synopsis: 'Keep the papers you read, and the .bib of what you write',
    description: 'A literature manager for researchers who read paper digests and write LaTeX.',
    maintainer: 'The Sheaf authors <sheaf@sheaf.invalid>',
    icon: 'resources/icons',
    files: foreign.linux
  },
  mac: {
    target: [{ target: 'dmg', arch: ['universal'] }],
    category: 'public.app-category.education',
    icon: 'resources/icon.png',
    hardenedRuntime: true,
    // Prebuilt for one processor each, chosen at run time.
    x64ArchFiles: '**/{better-sqlite3,onnxruntime-node}/**',
    files: foreign.darwin
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'resources/icon.png',
    files: foreign.win32
  },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  // Nothing of Electron Builder's looks for newer versions: Sheaf does, when it is told to (docs/decisions/0028).
  publish: null
}
