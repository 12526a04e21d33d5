import { ownDigestLabels } from '../text/own-digest-labels'
import { english } from './formats'
import { subscriptions } from './subscriptions-en'

const { count, decimal, longDate, moment, number } = english

const holds = 'holds binary data, not the text of a digest.'

/** What the main process says: its menu, its dialogs, and every failure with its way out. */
export const en = {
  /** A digest of one's own, as it is sent on. */
  ownDigest: {
    language: 'en',
    labels: ownDigestLabels.en,
    papers: (n: number) => count(n, 'paper'),
    about: (date: string, n: number) => `${longDate(date)} · ${count(n, 'paper')}`
  },
  menu: {
    file: '&File',
    import: 'Import…',
    paste: 'Import Pasted Text',
    export: 'Export…',
    exportEverything: 'Export Everything…',
    openArchive: 'Open Exported Library…',
    linkFolder: 'Link LaTeX Folder…',
    settings: 'Settings…',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    history: 'History…',
    backups: 'Backups…',
    cut: 'Cut',
    copy: 'Copy',
    pasteText: 'Paste',
    selectAll: 'Select All',
    copyBibtex: 'Copy BibTeX',
    cite: 'Cite…',
    find: 'Find',
    view: '&View',
    commands: 'Commands…',
    sidebar: 'Show or Hide Sidebar',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Toggle Full Screen',
    help: '&Help',
    keys: 'Keys',
    checkUpdates: 'Check for Updates…',
    about: 'About Sheaf',
    quit: 'Quit',
    close: 'Close Window'
  },
  dialogs: {
    import: 'Import',
    references: 'References',
    allFiles: 'All files',
    attach: 'Attach files',
    attachButton: 'Attach',
    exportAnnotations: 'Export annotations',
    replaceFile: (name: string) => `Replace ${name}`,
    replaceButton: 'Replace',
    addStyle: 'A style of the Citation Style Language',
    addStyleButton: 'Add This Style',
    styleFiles: 'CSL style',
    documents: 'Documents',
    exportAs: (format: string) => `Export as ${format}`,
    libraryFolder: 'Folder for the library',
    useFolder: 'Use This Folder',
    watchedFolder: 'Folder to watch',
    watchFolder: 'Watch This Folder',
    couldNotStart: 'Sheaf could not start',
    exportEverything: 'Export everything',
    /** Name of the file that everything is exported to; `day` as `2026-03-14`. */
    archiveName: (day: string) => `Sheaf library ${day}.zip`,
    archives: 'Exported libraries',
    openArchive: 'Open an exported library',
    openButton: 'Open',
    otherFolder: 'Choose a Folder…',
    cancel: 'Cancel',
    archiveFolder: 'Folder for the exported library',
    openHere: 'Open It Here',
    notEmpty: 'This library is not empty.',
    notEmptyHelp: (name: string) =>
      `An exported library is opened in a library of its own, so that nothing is mixed up. Choose a new folder for “${name}”: Sheaf then works with that one, and the present library stays as it is where it is.`
  },
  database: {
    theLibrary: 'the library',
    copyDamaged: (file: string) => `The copy of the library at ${file} is damaged.`,
    newer: (file: string) =>
      `${file} was made by a newer Sheaf. Update Sheaf to open it; the file was not changed.`,
    notUpdated: (file: string, reason: string) =>
      `${file} could not be brought up to date for this version of Sheaf, and is as it was: the version you had before opens it. A backup of it was made first. Please report this: ${reason}`,
    full: (file: string) =>
      `The disk that holds ${file} is full. Free some space and try again; nothing was changed.`,
    damaged: (file: string) =>
      `${file} is not a Sheaf library, or it is damaged. It was left as it is.`,
    busy: (file: string) =>
      `Another program is writing to ${file}. Try again in a moment; nothing was changed.`,
    unreachable: (file: string) =>
      `${file} cannot be opened or written. Check that its folder exists and may be written to.`,
    gone: 'What this is about is no longer in the library.',
    unexpected: 'Something went wrong in the library.'
  },
  updates: {
    running: 'A newer version is being looked for or downloaded already.',
    askAgain: 'Look for updates again first.',
    noManifest: (status: number) =>
      `The place where newer versions are made known did not answer as it should (status ${String(status)}). Try again later.`,
    unreadable:
      'What was said about newer versions cannot be read. Nothing was downloaded; try again later.',
    unsigned:
      'What was said about newer versions is not signed by those who publish Sheaf, so it is not believed. Nothing was downloaded.',
    otherApp: (app: string) =>
      `What was said is about another program (${app}). Nothing was downloaded.`,
    expired: (day: string) =>
      `What was said about newer versions was good until ${day} only, so there may be newer ones that it does not know. Check the date of this computer, or try again later.`,
    older: (told: string, own: string) =>
      `What is offered is version ${told}, which is older than the ${own} that you have. Nothing was downloaded.`,
    altered: (name: string) =>
      `${name} is not what was signed by those who publish Sheaf: it was changed, or broken on its way. It was thrown away; try again later.`
  },
  library: {
    takenBack: 'What was being written has been taken back.',
    stepRuns: 'A step in the history is under way. Wait for it, or stop it.',
    changedMeanwhile:
      'The library was changed while its history was stepped through. It stands where that began; look again before you go on.',
    importRuns: 'An import is running. Wait for it to end, or cancel it.',
    noPaper: 'This paper is no longer in the library.',
    noNotePaper: 'The paper of this note is no longer in the library.',
    noteChanged:
      'This note was changed elsewhere while you were writing. Your text is not saved yet: choose which of the two is to stay.',
    noVersion: 'This version of the note is not in the library.',
    noStatement: 'What this source said is no longer in the library.',
    noDigest: 'This digest is no longer in the library.',
    noDay: (date: string) => `${date} is not a day of the calendar.`,
    tagNeedsName: 'A tag needs a name.',
    noTag: 'This tag is no longer in the library.',
    tagTaken: (other: string, former: string) =>
      `There is a tag “${other}” already. Merge “${former}” into it, or choose another name.`,
    tagUnder: (into: string, tag: string) =>
      `“${into}” is under “${tag}”, so it cannot take it in. Merge the other way around.`,
    noRule: 'This rule is no longer in the library.',
    ruleNeedsSearch: 'A rule needs a search.',
    noCollection: 'This collection is no longer in the library.',
    collectionNeedsName: 'A collection needs a name.',
    collectionTaken: (name: string) =>
      `There is a collection “${name}” in this place already. Choose another name.`,
    collectionInItself: (name: string, into: string) =>
      `“${name}” cannot be moved into “${into}”, which is in it.`,
    noSearch: 'This saved search is no longer in the library.',
    searchNeedsQuery: 'A saved search needs a query.',
    searchNeedsName: 'A saved search needs a name.',
    searchTaken: (name: string) =>
      `There is a saved search “${name}” already. Choose another name.`,
    noKey: (key: string) =>
      `“${key}” cannot be a citation key. Use letters, digits and . : _ + / -, beginning with a letter or digit.`,
    keyTaken: (key: string, title: string) =>
      `The key “${key}” belongs to “${title}”. Keys differ in more than capitals; choose another.`,
    within: (folder: string) =>
      `${folder} and the library’s folder lie within one another. Choose a folder apart from it.`,
    openElsewhere: (folder: string) =>
      `The library in ${folder} is open in another Sheaf. Close it there, and try again.`
  },
  attachments: {
    unreadable: (name: string) => `${name} could not be read.`,
    unsupported: (name: string, extensions: string) =>
      `${name} cannot be attached. Sheaf takes ${extensions} files.`,
    notCopied: (name: string) => `${name} could not be copied into the library.`,
    noRoom: (name: string) =>
      `${name} could not be copied into the library: its disk is full. Free some space and attach it again.`,
    gone: 'This attachment is no longer there.',
    missing: (name: string) => `The file of “${name}” is missing from the library folder.`,
    moved: (name: string, path: string) =>
      `“${name}” is linked and no longer at ${path}. Put it back there, or attach it again.`,
    twin: (name: string) => `“${name}” is attached to this paper already.`,
    noPdf: (name: string) => `“${name}” is no PDF. Open it with this computer’s program for it.`,
    empty: (name: string) => `“${name}” is empty. Attach the file again.`,
    noHash: 'A file has no proper hash.',
    noProgram: (name: string) => `No program on this computer opened “${name}”.`
  },
  annotations: {
    noPaper: 'The paper of this annotation is no longer in the library.',
    onePlace: 'Only one annotation at a time can be given a place.',
    noFile: 'The file of this annotation is no longer attached.',
    tooLong: (name: string) =>
      `${name} took too long or too much memory to read. Nothing was changed.`,
    unreadable: (name: string) => `The annotations of ${name} could not be read.`,
    notWritten: (name: string) =>
      `Annotations cannot be written into a copy of ${name}: it is locked or damaged.`,
    onlyPdf: (held: string, name: string) =>
      `“${held}” has annotations: only a PDF can take its place. Attach ${name} beside it.`,
    noPdf: (name: string) => `“${name}” is no PDF: it has no annotations of its own.`,
    none: 'There are no annotations to export.',
    original: (name: string) =>
      `“${name}” is the original, which stays as it is. Choose another name for the copy.`,
    /** In the name of a file. */
    annotated: 'annotated'
  },
  window: {
    notUnderstood: 'This request was not understood.',
    dropUnknown: 'The dropped file is no longer known. Drop it again.',
    linkRefused:
      'This link was not opened: Sheaf opens web addresses (https, http) and mail addresses only.',
    searchReplaced: 'A newer search took the place of this one.',
    searchStopped: 'Search stopped unexpectedly. Search again to restart it.',
    searchClosed: 'Search is closed.',
    writersStopped: 'Writing the entries was stopped. Try again.',
    trendsStopped:
      'What trends could not be worked out. Go to another place and back to try again.',
    searchBehind: 'Search could not take in the latest changes.',
    notSearched: 'This could not be searched for.',
    noPicture: 'The picture could not be made. Nothing in the library was changed; try again.'
  },
  backups: {
    gone: 'This backup is no longer there.',
    damaged:
      'This backup is not what it was when it was made: its file is damaged. Choose another one; the library was not changed.',
    lost: 'The backup could not be made: its work ended unexpectedly. It will be tried again.',
    failed: (why: string) => `The backup of the library failed. ${why} It will be tried again.`,
    sourceDamaged:
      'The library’s file did not stand its check, so this backup does not count; the earlier ones are kept. Quit Sheaf and start it again: it then looks closer and offers what can be done.',
    smaller: (now: string, before: string) =>
      `The newest backup holds far less than the one before: ${now}, after ${before}. The earlier ones are kept. If you did not do this yourself, open Backups.`,
    counts: (papers: number, notes: number, annotations: number) =>
      `${count(papers, 'paper')}, ${count(notes, 'note')} and ${count(annotations, 'annotation')}`,
    otherProgram:
      'Another program has the library open. Close it, then restore again; nothing was changed.',
    importRuns: 'An import is running. Wait for it to end, or cancel it; then restore.'
  },
  /** What is asked at a start when the library cannot be opened. */
  rescue: {
    title: 'Sheaf',
    missing: (folder: string) => `There is no library in ${folder} any more.`,
    empty: (file: string) => `The library’s file ${file} is empty.`,
    noLibrary: (file: string) =>
      `${file} is not a library: it is something else, or spoilt from its first bytes on.`,
    damaged: (file: string) =>
      `The library’s file ${file} is damaged: what is in it does not fit together.`,
    behind: (file: string) =>
      `The library’s file ${file} lacks changes that its newest backup has: Sheaf did not end well, and what it wrote last is lost.`,
    inUse: (folder: string) => `The library in ${folder} is open in another Sheaf.`,
    inUseHelp:
      'Two at a time could spoil each other’s work. Close it there, and it opens here by itself; or open another library here.',
    asItIs: 'Open It As It Is',
    missingHelp:
      'If it is on a drive that is not connected now, quit, connect the drive and start Sheaf again.',
    kept: 'The file is kept under another name, whatever you choose. Attached files are not touched.',
    backup: (at: string, counts: string) =>
      `The newest good backup is of ${moment(at)} and holds ${counts}. Changes made after it are not in it. Older ones can be restored once Sheaf is open, under Backups.`,
    noBackup: 'There is no good backup of this library.',
    restore: 'Restore the Backup',
    salvage: 'Salvage What Can Be Read',
    another: 'Open Another Library…',
    fresh: 'Start a New Library',
    quit: 'Quit',
    back: 'Back',
    salvaged: (counts: string) => `This could be read: ${counts}.`,
    salvagedHelp: 'The history of changes is not salvaged: what is undone begins anew.',
    nothing: 'Nothing can be read of the damaged file.',
    nameless: (n: number) =>
      `The titles of ${count(n, 'paper')} could not be read; what belongs to them is kept.`,
    useSalvaged: 'Open What Was Salvaged',
    lostPaper: (id: number) => `Paper ${String(id)}, whose title could not be read`,
    noneThere: (folder: string) => `There is no library in ${folder}.`
  },
  files: {
    noRoom: (file: string) =>
      `There is no room on the disk to write ${file}. Free some space and export again; the file that was there is untouched.`,
    notWritten: (file: string, reason: string) => `${file} could not be written: ${reason}`,
    reasons: {
      EISDIR: 'it is a folder. Choose a name for the file inside it.',
      ENOENT: 'its folder does not exist. Create it or choose another one.',
      ESPIPE: 'it is no plain file. Choose another name.',
      ENOTDIR: 'part of its path is a file, not a folder. Choose another place.',
      EACCES: 'you may not write there. Change its permissions or choose another place.',
      EPERM: 'you may not write there. Change its permissions or choose another place.',
      EROFS: 'that disk is read-only. Choose another place.',
      ELOOP: 'its symbolic links lead round in a circle. Choose another place.',
      ENAMETOOLONG: 'its name is too long. Choose a shorter one.',
      EBUSY: 'another program holds it. Close that program and export again.',
      ERR_INVALID_ARG_VALUE:
        'its name holds a character that no file name can. Choose another name.'
    },
    refused: 'the system refused it. Choose another place and export again.'
  },
  /** Linked LaTeX projects. A name is that of a file or folder, without quotation marks. */
  latex: {
    reasons: {
      ENOSPC: (name: string) =>
        `There is no room on the disk to write “${name}”. The old file is untouched.`,
      EDQUOT: (name: string) => `Your share of the disk is full: “${name}” could not be written.`,
      ENOENT: (name: string, folder: string) =>
        `“${name}” is not there, or its folder “${folder}” is gone.`,
      ENOTDIR: (name: string, folder: string) =>
        `“${folder}”, where “${name}” was, is no folder any more.`,
      EACCES: (name: string) => `You may not read or write “${name}”. It may be write-protected.`,
      EPERM: (name: string) => `“${name}” is write-protected, or another program holds it.`,
      EROFS: (name: string) => `The disk with “${name}” is read-only.`,
      EBUSY: (name: string) => `Another program holds “${name}”.`,
      ELOOP: (name: string) => `The symbolic links of “${name}” lead round in a circle.`,
      EISDIR: (name: string) => `“${name}” is a folder.`,
      EIO: (name: string) => `The disk or the cloud folder did not give “${name}”.`,
      ETIMEDOUT: (name: string) => `The cloud folder did not give “${name}” in time.`,
      ENETDOWN: (name: string) => `The network drive with “${name}” cannot be reached.`,
      EHOSTDOWN: (name: string) => `The network drive with “${name}” cannot be reached.`
    },
    about: (name: string, sentence: string) => `“${name}”: ${sentence}`,
    refused: (name: string, reason: string) =>
      `“${name}” could not be read or written (${reason}).`,
    utf16: 'It is written in UTF-16, which TeX and BibTeX cannot read. Save it as UTF-8.',
    gone: (path: string) => `“${path}” is not there any more.`,
    bibGone: (bib: string) =>
      `“${bib}” is gone, and with it what you wrote into it. Put it back, or have Sheaf write its part anew with “Write now”.`,
    misread: (bib: string, key: string) =>
      `“${bib}” was not written, and is as it was: with the entry ${key} it could not be read any more. Look at that paper’s fields for braces that do not match.`,
    goneTag:
      'The tag whose papers this file holds is no longer in the library. Choose another source; the file stays as it is.',
    goneCollection:
      'The collection whose papers this file holds is no longer in the library. Choose another source; the file stays as it is.',
    goneSearch:
      'The saved search whose papers this file holds is no longer in the library. Choose another source; the file stays as it is.',
    notLinked: 'This project is no longer linked.',
    linkedAlready: (path: string) => `“${path}” is linked already.`,
    keptAlready: (bib: string, project: string) =>
      `“${bib}” is kept for “${project}” already. Choose another file.`,
    entryChanged: (key: string) => `The entry ${key} has changed meanwhile. Look again.`,
    emptyEntry: 'This entry says nothing that the library could take.',
    noFile: (file: string) => `“${file}” is no file of this project.`,
    noFileNow: (file: string) => `“${file}” is no file of this project any more.`,
    noProgram: (file: string) => `No program on this computer opened “${file}”.`,
    /** A file in which a key was not put back, for somebody has changed it; `more` keys beside the one. */
    leftBehind: (file: string, key: string, more: number) =>
      `“${file}” was changed since, and still has the key ${key}${more === 0 ? '' : ` and ${number(more)} more`}.`,
    folderDialog: 'Folder of a LaTeX project',
    fileDialog: 'Main file of a LaTeX project',
    link: 'Link',
    bibDialog: 'The .bib to keep up to date',
    keepThis: 'Keep This File'
  },
  /** Citations on their way into an editor. */
  citing: {
    /** What plug-ins of editors are told. */
    webPage: 'Web pages may not ask.',
    nothingHere: 'There is nothing here.',
    onlyGet: 'Only GET is answered.',
    wrongToken: 'The token is missing or wrong; Sheaf’s settings show it.',
    noFormat: (known: string) => `This format is not known. There are: ${known}.`,
    asking: 'Sheaf is asking for a citation already.',
    strange: 'This citation holds signs that no key and no command has.',
    noProgram: (program: string) =>
      `The program “${program}” was not found. Install its command, or choose another editor in Settings.`,
    notTaken: (program: string) =>
      `“${program}” did not take it. Is the editor running, and does it listen (Emacs: server-start; Vim: --servername VIM)?`,
    portTaken: (port: number) =>
      `Port ${String(port)} belongs to another program, perhaps Zotero. Choose another port, or close that program.`,
    noPort: (port: number) => `Sheaf could not listen on port ${String(port)}. Choose another one.`,
    noVsCode:
      'VS Code takes no text from outside. The citation is on the clipboard: paste it there.',
    noEditor:
      'Choose your editor in Settings to have citations put into it. This one is on the clipboard.',
    keyTaken: (key: string) =>
      `The key ${key} could not be had: another program has it, or the system refuses it. Choose another one.`
  },
  /** References in a style of CSL. */
  styles: {
    tooLarge: (name: string) => `“${name}” is too large for a style.`,
    gone: (style: string) => `There is no style “${style}” any more. Choose another.`,
    unusable: (name: string, why: string) => `“${name}” cannot be used as a style: ${why}`,
    failed: 'The references could not be formatted in this style. Choose another.',
    none: 'This file is no CSL style.',
    dependent: (parent: string) =>
      `This style only points to another one: ${parent}. Get that one.`,
    silent: 'This style says nothing of citations.'
  },
  importing: {
    over: 'This import is over. Drop its files again.',
    cancelled: 'The import was cancelled. Nothing was changed.',
    tooLong: (name: string) =>
      `${name} took too long or too much memory to read, and was left out.`,
    unreadable: (name: string) => `${name} could not be read.`,
    notFound: (name: string) => `${name} was not found. Check its name and place.`,
    mayNotRead: (name: string) => `${name} may not be read. Check its permissions.`,
    noFile: (name: string) => `${name} is not a file that can be read.`,
    emptyArchive: (name: string) => `${name} is an archive with nothing in it.`,
    emptyFolder: (name: string) => `${name} is an empty folder.`,
    packedTooDeep: (name: string) => `${name} is packed too deep within other files.`,
    tooMuchWithin: (name: string) =>
      `${name} holds more than can be read at once (20,000 files, 1 GB). Unpack it and drop parts of it.`,
    empty: (file: string) => `${file} is empty.`,
    noText: (file: string) => `${file} holds no text.`,
    binary: (file: string) => `${file} ${holds}`,
    kinds: {
      pdf: 'a PDF',
      zip: 'a zip archive',
      picture: 'a picture',
      compressed: 'a compressed file',
      database: 'a database'
    },
    otherKind: (file: string, kind: string) =>
      `${file} is ${kind}, not the text of a digest. Save the page as text, or copy and paste it.`,
    longLine: (file: string, line: number, millions: number) =>
      `Line ${String(line)} of ${file} is ${String(millions)} million characters long; that is not the text of a digest.`,
    tooLarge: (file: string, size: number, limit: number) =>
      `${file} is ${String(size)} MB; Sheaf reads files of up to ${String(limit)} MB. Split it, or save only the part with the papers.`,
    otherFormat: (file: string) => `${file} cannot be read in this format.`,
    noPapers: (file: string) =>
      `No papers were found in ${file}. Sheaf reads trending-papers pages, arXiv’s mailings, listings and feeds, Scholar alerts, newsletters, and any text with arXiv ids or DOIs; and references: BibTeX, RIS, NBIB, CSL-JSON, EndNote and PubMed XML, Better BibTeX’s JSON.`,
    xmlTooDeep: 'This XML nests deeper than any list of papers.',
    xmlTooLong: 'This XML has more elements than can be read.',
    pageTooDeep: 'This page nests deeper than any list of papers.',
    mailParts: (name: string, parts: number) =>
      `${name} has ${String(parts)} parts; a mail has some dozens at most.`,
    mailUnreadable: (name: string) => `${name} is a mail that cannot be read.`,
    mailWithoutPapers: (name: string) => `${name} is a mail that names no papers.`,
    zipUnreadable: (name: string) =>
      `${name} is a zip archive that cannot be unpacked. Get it again, or unpack it yourself and drop what is in it.`,
    pdfWithoutTitle: (name: string) =>
      `No title was found on the first page of ${name}. If it is a scan, add the paper by hand and attach the file.`,
    pdfLocked: (name: string) =>
      `${name} is locked with a password. Save it without one and drop that.`,
    pdfUnreadable: (name: string) => `${name} is a PDF that cannot be read. Get it again.`,
    fileMissing: (name: string, title: string) =>
      `The file ${name} of “${title}” was not found, or is no document. Attach it to the paper from where it is now.`
  },
  /** A library that was exported whole, and its opening. */
  archive: {
    cancelled: 'The export was cancelled. What was there before is untouched.',
    openCancelled: 'Opening the exported library was cancelled. Nothing was changed.',
    running: 'A library is being exported or opened already. Wait for it to end, or cancel it.',
    notEmpty:
      'This library is not empty. Open the exported library in a folder of its own; nothing was changed.',
    folderTaken: (folder: string) =>
      `There is a library in ${folder} already. Choose an empty folder; nothing was changed.`,
    notOne: (name: string) =>
      `${name} is no library that Sheaf exported. Choose a file made by “Export everything”; nothing was changed.`,
    newer: (name: string) =>
      `${name} was exported by a newer Sheaf. Update Sheaf to open it; nothing was changed.`,
    damaged: (name: string) =>
      `${name} is damaged and cannot be unpacked. Get it again, or take an older one; nothing was changed.`,
    locked: (name: string, file: string) =>
      `“${file}” in ${name} is encrypted or packed in a way that Sheaf does not know. Unpack it and pack it again as a plain zip archive; nothing was changed.`,
    outside: (name: string, file: string) =>
      `“${file}” in ${name} names a place outside of the archive. Sheaf did not make it so: do not trust this file. Nothing was changed.`,
    missing: (name: string, file: string) =>
      `“${file}” is missing from ${name}. Get it again, or take an older one; nothing was changed.`,
    changed: (name: string, file: string) =>
      `“${file}” in ${name} is not what was exported: its size or its sum differs. Get it again, or take an older one; nothing was changed.`,
    wrong: (name: string, where: string) =>
      `${name} cannot be understood (${where}). Get it again, or take an older one; nothing was changed.`,
    tooLarge: (name: string) =>
      `${name} holds a text that is larger than Sheaf can read at once (500 MB). Nothing was changed.`,
    noRoom: (name: string) =>
      `There is no room on the disk for the files in ${name}. Free some space and try again; nothing was changed.`
  },
  /** Why something of a file was not taken. */
  skipped: {
    neither: (words: string) =>
      `Not understood: “${words}” is neither a title with an abstract nor part of the page.`,
    noTitleAt: (id: string) => `Not understood: arXiv:${id} has no title here.`,
    recordWithoutTitle: 'Not understood: a record without a title.',
    linkWithoutTitle: 'A link to a paper has no title.',
    paperWithoutTitle: (n: number) => `Paper ${String(n)} has no title.`,
    untitled: (n: number, name: string) =>
      `Record ${String(n)}${name === '' ? '' : ` (${name})`} has no title.`,
    itemWithoutTitle: 'An item of the feed has no title.',
    brokenFeed: (why: string) => `This JSON Feed is broken: ${why}`,
    feedNotPaper: (name: string, url: string) =>
      `“${name}” is a feed, not a paper. Save what is at ${url} and drop that.`,
    arxivError: (what: string) => `arXiv answered with an error: ${what}.`,
    noList: 'There is no list of items in this file.',
    noItem: (text: string) => `Not an item: “${text}”.`,
    item: 'The item here',
    notJson: (what: string, line: number | null) =>
      `${what} is not valid JSON${line === null ? '' : ` (it begins in line ${String(line)})`}.`,
    notClosed: 'The list of items is not closed: the file ends too early.',
    entryWithoutAll: 'An entry has neither a title nor a key.'
  },
  /** What is wrong with a BibTeX file; `what` is an entry's key, or a part of the file. */
  bibtex: {
    preamble: 'the preamble',
    abbreviation: (name: string) => `the abbreviation ${name}`,
    value: 'a value',
    comment: 'a comment',
    keyless: 'an entry without a key',
    endsEarly: (what: string) => `${what}: the file ends before the entry does.`,
    noField: (what: string, near: string) => `${what}: “${near}” is no field.`,
    noEquals: (what: string, name: string, near: string) =>
      `${what}: the field ${name} has no “=” before “${near}”.`,
    tooLong: (what: string) => `${what}: a value joined of abbreviations is too long.`,
    noValue: (what: string, near: string) => `${what}: a value is missing before “${near}”.`,
    undefinedName: (what: string, name: string) =>
      `${what}: the abbreviation ${name} is not defined; its name was kept.`,
    missing: (what: string, sign: string) => `${what}: a “${sign}” is missing.`,
    missingBefore: (what: string, sign: string, near: string) =>
      `${what}: “${sign}” is missing before “${near}”.`
  },
  subscriptions,
  lookups: {
    off: 'Looking papers up is switched off. Allow it in Settings.',
    running: 'Papers are being looked up already. Wait, or stop that.',
    over: 'This look-up is over. Look the papers up again.',
    cancelled: 'The look-up was cancelled.',
    noContact: 'The contact for look-ups is no mail address. Correct it, or leave it empty.',
    tooLarge: (host: string, megabytes: number) =>
      `What ${host} sent is larger than ${String(megabytes)} MB, more than any answer that Sheaf asks for. It was not read.`,
    encoding: (host: string) =>
      `${host} answered in an encoding that was not asked for, so its answer was not read.`,
    notUnderstoodAs: (service: string, what: string) =>
      `${service} answered with what could not be understood (${what}). If you are on a network that asks you to sign in, do so; else try again later.`,
    notUnderstood: (service: string) =>
      `${service} answered with what could not be understood. Try again later.`,
    leftOut: (service: string, times: number) =>
      `${service} failed ${number(times)} times in a row and was left out for the rest. Try again later.`,
    noAddress: (from: string | null) =>
      `${from === null ? 'That' : `${from} leads to what`} is no web address (http, https), so it was not asked.`,
    credentials: (host: string) =>
      `The address at ${host} has a user name or password in it, so it was not asked.`,
    downgrade: (host: string) =>
      `${host} leads from a secure address to one that is not, so it was not followed.`,
    notPublic: (host: string) =>
      `${host} is not a public address of the web, so it was not asked. Sheaf looks papers up on the public Internet only.`,
    notAsked: (host: string, why: string) => `${host} could not be asked: ${why}.`,
    reasons: {
      ENOTFOUND: 'its name is not known; are you online?',
      EAI_AGAIN: 'its name could not be resolved; are you online?',
      ENETUNREACH: 'it cannot be reached; are you online?',
      EHOSTUNREACH: 'it cannot be reached; are you online?',
      ENETDOWN: 'the network is down',
      ECONNREFUSED: 'it refused the connection; try again later',
      ECONNRESET: 'it broke off the connection; try again later',
      EPIPE: 'it broke off the connection; try again later',
      ETIMEDOUT: 'it did not answer; try again later'
    },
    damagedAnswer: 'its answer is damaged; try again later',
    certificate: 'its certificate could not be verified',
    failed: 'the connection failed; try again later',
    leaveAlone: (minutes: number) =>
      `it asks to be left alone for ${String(minutes)} minutes; try again then`,
    askedTooOften: 'it has been asked too often; try again later',
    outOfOrder: (status: number) =>
      `it is out of order (status ${String(status)}); try again later`,
    refusedRequest: (status: number) => `it refused the request (status ${String(status)})`,
    endless: 'it sends from one address to the next without end',
    slow: (seconds: number) => `it took longer than ${decimalOr(seconds)} seconds`,
    noConnection: (seconds: number) =>
      `no connection came about within ${decimalOr(seconds)} seconds`,
    noAddresses: 'its name has no address',
    /** What an answer was that could not be understood. */
    kinds: {
      brokenJson: 'broken JSON',
      noObject: 'JSON without an object',
      xmlWithout: (name: string) => `XML without <${name}>`,
      xmlEnds: (name: string) => `XML that ends before </${name}>`,
      unknown: 'an answer of unknown kind',
      notData: (type: string) => `${type}, not data`
    },
    identifiers: { arxiv: 'arXiv id', pmid: 'PubMed id' },
    vetoes: {
      abstract: 'It has the same title, but its abstract is about something else.',
      authors: 'It has the same title, but none of the authors.',
      year: 'It has the same title, but came out years apart.',
      doi: 'It has the same title, but another DOI.'
    },
    otherIdentifier: (scheme: string) => `It has another ${scheme}.`,
    otherTitle: 'Its title is another.',
    nearTitle: 'Its title is only nearly the same, and no author shows that it is the paper.',
    shortTitle: 'Its title is the same, but too short to tell one paper from another.',
    identifierOtherTitle: 'It has the identifier, but a title that has next to nothing in common.',
    identifierOtherAuthors: 'It has the identifier, but another title and none of the authors.',
    twoOfOneTitle:
      'Another paper by other people has the same title, and nothing tells which is meant.'
  }
}

/** Every word of the main process and its threads; English has the shape that a translation must have. */
export type Words = typeof en

function decimalOr(n: number): string {
  return Number.isInteger(n) ? number(n) : decimal(n)
}
