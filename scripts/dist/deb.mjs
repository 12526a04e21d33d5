import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { run } from '../process/run.mjs'
import { debianDependencies } from '../setup/debian-packages.mjs'
import { inProject } from '../setup/project.mjs'
import { SetupError } from '../setup/words.mjs'

/**
 * @typedef {object} Deb
 * @property {string} unpacked folder of the packed app
 * @property {string} staging empty folder to lay the package out in
 * @property {string} output path of the .deb
 * @property {string} version
 * @property {string} architecture as Debian calls it
 * @property {string} copyright licences of Sheaf and of all that is in it
 * @property {import('electron-builder').Configuration} config
 */

/**
 * Packs the app for Debian and Ubuntu: Electron Builder makes a .deb with a program it fetches from
 * elsewhere, and dpkg-deb is all that it takes.
 *
 * @param {Deb} deb
 */
export async function buildDeb({
  unpacked,
  staging,
  output,
  version,
  architecture,
  copyright,
  config
}) {
  const linux = config.linux ?? {}
  const inTree = (/** @type {string[]} */ ...names) => {
    const path = join(staging, ...names)
    mkdirSync(join(path, '..'), { recursive: true })
    return path
  }
  cpSync(unpacked, inTree('usr/lib/sheaf'), { recursive: true, verbatimSymlinks: true })
  // The sandbox of kernels that let no ordinary user make a namespace.
  chmodSync(join(staging, 'usr/lib/sheaf/chrome-sandbox'), 0o4755)
  // So Sheaf knows that the package manager brings it up to date; see src/main/updates/owner.ts.
  writeFileSync(inTree('usr/lib/sheaf/resources/package-type'), 'deb\n')
  symlinkSync('../lib/sheaf/sheaf', inTree('usr/bin/sheaf'))
  for (const name of readdirSync(inProject('resources', 'icons'))) {
    const size = name.replace(/\.png$/, '')
    cpSync(
      inProject('resources', 'icons', name),
      inTree('usr/share/icons/hicolor', size, 'apps/sheaf.png')
    )
  }
  cpSync(
    inProject('resources', 'icon.svg'),
    inTree('usr/share/icons/hicolor/scalable/apps/sheaf.svg')
  )
  writeFileSync(inTree('usr/share/applications/sheaf.desktop'), desktopEntry(config))
  writeFileSync(inTree('usr/share/mime/packages/sheaf.xml'), mimeTypes(config))
  writeFileSync(inTree('usr/share/doc/sheaf/copyright'), copyright)
  writeFileSync(
    inTree('usr/share/doc/sheaf/changelog.gz'),
    gzipSync(changelog(version, linux.maintainer ?? ''), { level: 9 })
  )
  writeFileSync(
    inTree('DEBIAN/control'),
    `Package: sheaf
Version: ${version}
Architecture: ${architecture}
Section: science
Priority: optional
Maintainer: ${linux.maintainer ?? ''}
Installed-Size: ${await kilobytes(join(staging, 'usr'))}
Depends: ${debianDependencies().join(', ')}
Recommends: xdg-utils, libsecret-1-0
Description: ${linux.synopsis ?? ''}
 ${linux.description ?? ''}
`
  )
  // Whatever the one who packs has for a mask, everybody may read it, and only root write.
  await must('chmod', ['-R', 'u+rwX,go+rX,go-w', staging])
  await must('dpkg-deb', ['-Zzstd', '-z9', '--root-owner-group', '--build', staging, output])
}

/** @param {import('electron-builder').Configuration} config */
function desktopEntry({ productName, linux, fileAssociations, protocols }) {
  const types = [
    ...list(fileAssociations).map(({ mimeType }) => mimeType),
    ...list(protocols).flatMap(({ schemes }) =>
      schemes.map((scheme) => `x-scheme-handler/${scheme}`)
    )
  ]
  return `[Desktop Entry]
Type=Application
Name=${productName}
GenericName=Literature Manager
GenericName[de]=Literaturverwaltung
Comment=${linux?.synopsis}
Exec=sheaf %U
Icon=sheaf
Terminal=false
Categories=${linux?.category};
Keywords=papers;references;bibliography;BibTeX;LaTeX;PDF;
MimeType=${types.join(';')};
StartupNotify=true
StartupWMClass=Sheaf
`
}

/** What the system does not know by itself. @param {import('electron-builder').Configuration} config */
function mimeTypes({ fileAssociations }) {
  const types = list(fileAssociations)
    .filter(({ ext }) => ['bib', 'ris', 'nbib'].includes(String(ext)))
    .map(
      ({ ext, name, mimeType }) => `  <mime-type type="${mimeType}">
    <comment>${name}</comment>
    <sub-class-of type="text/plain"/>
    <glob pattern="*.${String(ext)}"/>
  </mime-type>`
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${types.join('\n')}
</mime-info>
`
}

/** @param {string} version @param {string} maintainer */
function changelog(version, maintainer) {
  return `sheaf (${version}) stable; urgency=medium

  * Sheaf ${version}.

 -- ${maintainer}  ${new Date().toUTCString().replace('GMT', '+0000')}
`
}

/** @param {string} folder */
async function kilobytes(folder) {
  return (await must('du', ['-sk', folder])).split('\t')[0]
}

/** @param {string} command @param {string[]} args */
async function must(command, args) {
  const { ok, stdout, log, reason } = await run(command, args)
  if (!ok) throw new SetupError(`${command} failed (${reason})\n${log.trim()}`)
  return stdout
}

/**
 * @template T
 * @param {T | readonly T[] | null | undefined} some
 * @returns {T[]}
 */
function list(some) {
  return some == null ? [] : Array.isArray(some) ? [...some] : [/** @type {T} */ (some)]
}
