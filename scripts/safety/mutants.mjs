/**
 * A fault to be planted: in `file`, the first `from` of each change becomes its `to`, and one of `tests` must
 * fail then. Where one guard stands behind another, both have to go for the fault to be one.
 *
 * @typedef {object} Mutant
 * @property {string} what
 * @property {string} file
 * @property {Change[]} changes
 * @property {string[]} tests
 *
 * @typedef {[from: string, to: string]} Change
 */

const unit = (/** @type {string} */ name) => `tests/unit/main/${name}.test.ts`
const written = [unit('files/write-file'), unit('files/write-file-order')]
const ipc = [unit('ipc/hear-channels'), unit('ipc/answer'), unit('ipc/fuzz')]

/**
 * @param {string} what
 * @param {string} file within `src`
 * @param {Change | Change[]} changes
 * @param {string[]} tests
 * @returns {Mutant}
 */
const mutant = (what, file, changes, tests) => ({
  ...{ what, file: `src/${file}`, tests },
  changes: /** @type {Change[]} */ (typeof changes[0] === 'string' ? [changes] : changes)
})

/** @type {readonly Mutant[]} */
export const mutants = [
  // What was acknowledged is on disk.
  mutant(
    'commits are not durable',
    'main/database/open.ts',
    ["db.pragma('synchronous = FULL')", "db.pragma('synchronous = NORMAL')"],
    [unit('database/open')]
  ),
  mutant(
    'no write-ahead log',
    'main/database/open.ts',
    ["db.pragma('journal_mode = WAL')", "db.pragma('journal_mode = MEMORY')"],
    [unit('database/open')]
  ),
  mutant(
    'references between tables are not checked',
    'main/database/open.ts',
    ["db.pragma('foreign_keys = ON')", "db.pragma('foreign_keys = OFF')"],
    [unit('database/open'), unit('ipc/fuzz')]
  ),
  mutant(
    'a copy of the library is not checked',
    'main/database/open.ts',
    ["if (verdict !== 'ok')", "if (verdict === 'never')"],
    [unit('database/open')]
  ),
  mutant(
    'no fsync of a file',
    'main/files/write-file.ts',
    ['      fsyncSync(file)\n', ''],
    written
  ),
  mutant(
    'no fsync of a file in pieces',
    'main/files/write-file.ts',
    ['      await file.sync()\n', ''],
    written
  ),
  mutant(
    'no fsync of the folder',
    'main/files/write-file.ts',
    ['    syncFolder(folder)\n', ''],
    written
  ),
  mutant(
    'a file is written in its place',
    'main/files/write-file.ts',
    ['    replaceFile(target, content, former, check)', '    writeFileSync(target, content)'],
    written
  ),
  mutant(
    'a symbolic link is replaced',
    'main/files/write-file.ts',
    ['if (!entry?.isSymbolicLink()', 'if (entry !== null || !entry?.isSymbolicLink()'],
    written
  ),
  mutant(
    'the check before the rename is left out',
    'main/files/write-file.ts',
    ['    check?.()\n', ''],
    [...written, unit('latex/keep-bib')]
  ),
  mutant(
    'what another program wrote meanwhile is overwritten',
    'main/latex/keep-bib.ts',
    ['if (!isSame(former, readSync(bib)))', "if (bib === '')"],
    [unit('latex/keep-bib')]
  ),
  mutant(
    'a .bib is not read back before it is written',
    'main/latex/keep-bib.ts',
    ['if (misread !== null)', "if (misread === 'never')"],
    [unit('latex/keep-bib')]
  ),
  mutant(
    'a note is saved over another',
    'main/library/notes.ts',
    ['!== revision) throw', '< -1) throw'],
    [unit('library/notes')]
  ),
  mutant(
    'what a note was is not kept',
    'main/library/notes.ts',
    ['  keepVersion(db, paperId, text, saved.savedAt)\n', ''],
    [unit('library/notes')]
  ),
  mutant(
    'a library of a later Sheaf is opened',
    'main/database/migrate.ts',
    ['if (versionOf(db) > newest) throw', 'if (newest < 0) throw'],
    [unit('database/migrations')]
  ),
  mutant(
    'a library of a later Sheaf is refused, and its log written into it',
    'main/database/open.ts',
    ['if (existsSync(`${file}-wal`)) refuseNewerUntouched(folder, file)', ''],
    [unit('database/migrations')]
  ),
  mutant(
    'an update of the schema is written step by step',
    'main/database/migrate.ts',
    [
      ['db.transaction(() => {', ';(() => {'],
      ['}).immediate()', '})()']
    ],
    [unit('database/migrations')]
  ),
  // Who is heard, and what is taken in.
  mutant(
    'any sender is heard',
    'main/ipc/hear-channels.ts',
    ['if (!isTrusted(event, window()))', 'if (event === undefined)'],
    ipc
  ),
  mutant(
    'drops of any sender are heard',
    'main/ipc/dropped-files.ts',
    ['if (!isTrusted(event, window()))', 'if (event === undefined)'],
    ipc
  ),
  mutant(
    'another frame of the page is heard',
    'main/ipc/trusted-sender.ts',
    ['    frame === window.webContents.mainFrame &&\n', ''],
    ipc
  ),
  mutant(
    'any page in the frame is heard',
    'main/ipc/trusted-sender.ts',
    [' &&\n    isOwnPage(frame.url)', ''],
    ipc
  ),
  mutant(
    'an origin is told by its beginning',
    'main/app/origin.ts',
    [
      'url.protocol === `${scheme}:` && url.host === host',
      'address.startsWith(`${scheme}://${host}`)'
    ],
    [unit('app/origin')]
  ),
  mutant(
    'input is not checked',
    'main/ipc/answer.ts',
    ['if (!parsed.success)', 'if (!parsed.success && parsed.error.issues.length < 0)'],
    ipc
  ),
  mutant(
    'an unexpected error reaches the window as it is',
    'main/ipc/answer.ts',
    ['return fail(bodyOf(error))', 'throw error'],
    ipc
  ),
  mutant(
    'any field may come with a call',
    'shared/ipc/contract/papers.ts',
    ["'paper:get': { input: z.strictObject({ id })", "'paper:get': { input: z.looseObject({ id })"],
    ipc
  ),
  mutant(
    'a token is not used up',
    'main/ipc/dropped-files.ts',
    ['      this.#paths.delete(token)\n', ''],
    ipc
  ),
  mutant(
    'a token that is not known stands for a path',
    'main/ipc/dropped-files.ts',
    [
      "if (path === undefined) throw new AppError('not-found', words.window.dropUnknown)",
      'if (path === undefined) return token'
    ],
    ipc
  ),
  mutant(
    'a path of a project is taken from the window',
    'main/ipc/handlers/latex.ts',
    ['if (!(await context.projects()).holds(id, place.file))', 'if (id < 0)'],
    ipc
  ),
  // Where an address may lead.
  mutant(
    'any scheme is opened',
    'main/app/external-url.ts',
    ['allowed.includes(url.protocol)', 'allowed.length > 0'],
    [unit('app/external-url')]
  ),
  mutant(
    'an address may have a user',
    'main/app/external-url.ts',
    [" && url.username + url.password === ''", ''],
    [unit('app/external-url')]
  ),
  mutant(
    'the page’s files may be anywhere',
    'main/app/origin.ts',
    [
      ['if (/[\\0\\\\%]|\\.\\./.test(path)) return null', ''],
      ['if (!file.startsWith(root + sep)) return null', '']
    ],
    [unit('app/origin')]
  ),
  mutant(
    'a reader reads the window’s pages',
    'main/app/origin.ts',
    [
      "return folder === 'assets' || isReaders === (url.host === readerHost) ? file : null",
      'return file'
    ],
    [unit('app/origin')]
  ),
  mutant(
    'this machine may be asked',
    'main/lookup/fetch-rules.ts',
    ['(port === 80 || port === 443) && isPublicAddress(address)', 'port > 0 && address !== ""'],
    [unit('lookup/http'), unit('lookup/public-address')]
  ),
  mutant(
    'a redirect is not looked at',
    'main/lookup/http.ts',
    [
      'const may = isIP(bare) === 0 || rules',
      'const may = from !== null || isIP(bare) === 0 || rules'
    ],
    [unit('lookup/http')]
  ),
  mutant(
    'an answer may be of any length',
    'main/lookup/http.ts',
    ['readBody(answer, host, rules.mostBytes)', 'readBody(answer, host, 1e12)'],
    [unit('lookup/http')]
  ),
  mutant(
    'what is not signed is believed',
    'main/updates/manifest.ts',
    ['if (!isSigned(envelope.data, publicKey))', "if (publicKey === 'never')"],
    [unit('updates/updating')]
  ),
  mutant(
    'an older version is offered',
    'main/updates/manifest.ts',
    ['compareVersions(found.version, version) < 0', "version === ''"],
    [unit('updates/updating')]
  ),
  mutant(
    'a manifest is good for ever',
    'main/updates/manifest.ts',
    ['if (new Date(found.expires) <= now)', "if (found.expires === '')"],
    [unit('updates/updating')]
  ),
  mutant(
    'a downloaded version is not compared with what was signed',
    'main/session/updating.ts',
    ["hash.digest('hex') !== offered.sha512", "hash.digest('hex') === ''"],
    [unit('updates/updating')]
  ),
  mutant(
    'newer versions may come from any address',
    'main/session/updating.ts',
    ['port === 443 && publicRules.mayConnect(address, port)', 'port > 0 && address !== ""'],
    [unit('updates/updating')]
  ),
  mutant(
    'newer versions are looked for where the system brings them',
    'main/session/updating.ts',
    ['if (owner !== null) return', "if (owner === 'package' && version === '') return"],
    [unit('updates/updating')]
  ),
  mutant(
    'web pages may ask for citations',
    'main/latex/cayw-server.ts',
    ['if (!isFromHere(request))', 'if (request.url === undefined)'],
    [unit('latex/cayw-server')]
  ),
  // What files of others may do.
  mutant(
    'XML may nest for ever',
    'main/import/markup/xml.ts',
    ['const deepest = 200', 'const deepest = 1e9'],
    [unit('import/references/xml'), unit('import/hostile-files')]
  ),
  mutant(
    'an archive may unpack to any size',
    'main/import/container/zip.ts',
    ['count > mostContained || total > mostContainedBytes', 'count < 0'],
    [unit('import/read'), unit('import/hostile-files')]
  ),
  mutant(
    'archives may nest for ever',
    'main/import/read.ts',
    ['if (depth > deepestContained)', 'if (depth > 1e9)'],
    [unit('import/read'), unit('import/hostile-files')]
  ),
  mutant(
    'a mail may have any number of parts',
    'main/import/container/mail.ts',
    ['if (parts > mostParts)', 'if (parts > 1e9)'],
    [unit('import/read'), unit('import/hostile-files')]
  ),
  mutant(
    'a reader that hangs is waited for',
    'main/import/importer.ts',
    ['const timer = setTimeout(lose, deadlineMs)', 'const timer = setTimeout(lose, 2 ** 30)'],
    [unit('import/importer')]
  ),
  mutant(
    'links of others may run',
    'main/import/references/csl-json.ts',
    ['sheaf.links.filter(({ url }) => isWebAddress(url))', 'sheaf.links'],
    [unit('import/references/csl-json')]
  ),
  // What leaves.
  mutant(
    'any TeX of others is written',
    'main/export/bibtex/harmless.ts',
    ['if (!harmless.test(command)) return false', ''],
    [unit('export/bibtex/bibtex'), unit('export/bibtex/cases'), unit('export/outwards')]
  ),
  mutant(
    'Markdown is not escaped',
    'main/export/markdown.ts',
    [".replace(/[\\\\`*_[\\]<>#|~$]/g, '\\\\$&')", ''],
    [unit('export/formats'), unit('export/outwards')]
  ),
  mutant(
    'a value of RIS may be of several lines',
    'main/export/ris.ts',
    [".replace(/[\\s\\p{Cc}]+/gu, ' ')", ''],
    [unit('export/outwards')]
  ),
  mutant(
    'an editor is started by a shell',
    'main/latex/editors.ts',
    ['shell: false', 'shell: true'],
    [unit('latex/editors')]
  ),
  mutant(
    'any text is handed to an editor',
    'main/latex/editors.ts',
    ['if (!citation.test(text))', 'if (text === "")'],
    [unit('latex/editors'), unit('export/outwards')]
  ),
  mutant(
    'a formula may lead somewhere',
    'renderer/src/lib/katex.ts',
    ['trust: false', 'trust: true'],
    ['tests/unit/renderer/markdown.test.ts']
  ),
  // What a disk may do.
  mutant(
    'new folders are not made to last',
    'main/database/folders.ts',
    ['    flushNames(folder)\n', ''],
    [unit('files/write-file-order'), unit('database/storage-faults')]
  ),
  mutant(
    'a library is gone on with whose disk has failed',
    'main/session/session.ts',
    ['    onDiskFailure(this.db, onDiskFailed)\n', ''],
    [unit('ipc/disk-failure')]
  ),
  mutant(
    'commits do not outlast a power cut',
    'main/database/open.ts',
    ["db.pragma('synchronous = FULL')", "db.pragma('synchronous = NORMAL')"],
    [unit('database/storage-faults')]
  ),
  mutant(
    'a .bib does not outlast a power cut',
    'main/files/write-file.ts',
    ['      fsyncSync(file)\n', ''],
    [unit('database/storage-faults')]
  ),
  mutant(
    'an attached file does not outlast a power cut',
    'main/library/attachments.ts',
    ['  flushNames(dirname(target))\n', ''],
    [unit('database/storage-faults')]
  ),
  mutant(
    'a backup does not outlast a power cut',
    'main/database/backup/keep-backup.ts',
    ['    flush(dirname(target))\n', ''],
    [unit('database/storage-faults')]
  ),
  // Nothing is lost by a restore.
  mutant(
    'a backup of a later Sheaf is put in the place of the library',
    'main/database/backup/work.ts',
    ['    refuseNewer(db, file)\n', ''],
    [unit('session/backups')]
  ),
  mutant(
    'a swap that fails half way is left at that',
    'main/database/swap.ts',
    ['    putBack(file, former)\n', ''],
    [unit('database/rescue')]
  ),
  mutant(
    'what comes while a backup is restored goes into the library before',
    'main/ipc/window-service.ts',
    [
      'return this.#importing.inTurn(() =>\n      restoreBackup',
      'return ((work) => work())(() =>\n      restoreBackup'
    ],
    [unit('ipc/disk-failure')]
  ),
  mutant(
    'a subscription that is to end waits for an import',
    'main/session/importing.ts',
    ["    patience.addEventListener('abort', giveUp)\n", ''],
    [unit('session/subscriptions/subscriptions')]
  )
]
