/**
 * Which Debian or Ubuntu package holds a shared library Electron links to. `time64` packages have
 * borne the suffix `t64` since the change to 64-bit time (Debian 13, Ubuntu 24.04).
 *
 * @type {Record<string, { name: string, time64?: true }>}
 */
const packages = {
  'libX11-xcb.so.1': { name: 'libx11-xcb1' },
  'libX11.so.6': { name: 'libx11-6' },
  'libXcomposite.so.1': { name: 'libxcomposite1' },
  'libXdamage.so.1': { name: 'libxdamage1' },
  'libXext.so.6': { name: 'libxext6' },
  'libXfixes.so.3': { name: 'libxfixes3' },
  'libXrandr.so.2': { name: 'libxrandr2' },
  'libasound.so.2': { name: 'libasound2', time64: true },
  'libatk-1.0.so.0': { name: 'libatk1.0-0', time64: true },
  'libatk-bridge-2.0.so.0': { name: 'libatk-bridge2.0-0', time64: true },
  'libatspi.so.0': { name: 'libatspi2.0-0', time64: true },
  'libcairo.so.2': { name: 'libcairo2' },
  'libcups.so.2': { name: 'libcups2', time64: true },
  'libdbus-1.so.3': { name: 'libdbus-1-3' },
  'libdrm.so.2': { name: 'libdrm2' },
  'libexpat.so.1': { name: 'libexpat1' },
  'libgbm.so.1': { name: 'libgbm1' },
  'libgcc_s.so.1': { name: 'libgcc-s1' },
  'libgdk-3.so.0': { name: 'libgtk-3-0', time64: true },
  'libgio-2.0.so.0': { name: 'libglib2.0-0', time64: true },
  'libglib-2.0.so.0': { name: 'libglib2.0-0', time64: true },
  'libgobject-2.0.so.0': { name: 'libglib2.0-0', time64: true },
  'libgtk-3.so.0': { name: 'libgtk-3-0', time64: true },
  'libnspr4.so': { name: 'libnspr4' },
  'libnss3.so': { name: 'libnss3' },
  'libnssutil3.so': { name: 'libnss3' },
  'libpango-1.0.so.0': { name: 'libpango-1.0-0' },
  'libsmime3.so': { name: 'libnss3' },
  'libudev.so.1': { name: 'libudev1' },
  'libxcb.so.1': { name: 'libxcb1' },
  'libxkbcommon.so.0': { name: 'libxkbcommon0' }
}

/**
 * @param {string} library a name as ldd prints it: 'libgtk-3.so.0'
 * @param {boolean} time64
 * @returns {string | undefined}
 */
export function packageFor(library, time64) {
  const found = packages[library]
  return found && (time64 && found.time64 ? `${found.name}t64` : found.name)
}

/** What a package with Electron in it depends on, on releases of either kind. */
export function debianDependencies() {
  const all = Object.values(packages).map(({ name, time64 }) =>
    time64 ? `${name}t64 | ${name}` : name
  )
  return [...new Set(all)].sort()
}

/**
 * Whether this release has the `t64` names. Derivatives are judged by the release they build on,
 * where they name it.
 *
 * @param {string} osRelease the text of /etc/os-release
 */
export function hasTime64Names(osRelease) {
  /** @type {Map<string, string>} */
  const fields = new Map()
  for (const [, key, value] of osRelease.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)) {
    if (key && value) fields.set(key, value)
  }
  const release = Number.parseFloat(fields.get('VERSION_ID') ?? '')
  if (fields.get('ID') === 'debian') return Number.isNaN(release) || release >= 13
  if (fields.get('ID') === 'ubuntu') return release >= 24.04
  const older = ['focal', 'jammy', 'buster', 'bullseye', 'bookworm']
  const base = fields.get('UBUNTU_CODENAME') ?? fields.get('DEBIAN_CODENAME')
  return base !== undefined && !older.includes(base)
}

/**
 * The commands to install packages, to be run or to be shown.
 *
 * @param {string[]} names
 * @param {string} sudo '' or a prefix with its space
 */
export function aptCommand(names, sudo) {
  return (
    `${sudo}apt-get update && ` +
    `${sudo}apt-get install -y --no-install-recommends ${names.join(' ')}`
  )
}
