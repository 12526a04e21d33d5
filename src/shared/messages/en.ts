import { english } from './formats'

const { decimal, number } = english

const holds = 'holds binary data, not the text of a digest.'

/** What the main process says: its menu, its dialogs, and every failure with its way out. */
export const en = {
  menu: {
    file: '&File',
    import: 'Import…',
    paste: 'Import Pasted Text',
    export: 'Export…',
    linkFolder: 'Link LaTeX Folder…',
    settings: 'Settings…',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
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
    quit: 'Quit',
    close: 'Close Window'
  },
  dialogs: {
    import: 'Import',
    attach: 'Attach files',
    attachButton: 'Attach',
    documents: 'Documents',
    exportAs: (format: string) => `Export as ${format}`,
    libraryFolder: 'Folder for the library',
    useFolder: 'Use This Folder',
    watchedFolder: 'Folder to watch',
    watchFolder: 'Watch This Folder',
    couldNotStart: 'Sheaf could not start'
  },
  database: {
    theLibrary: 'the library',
    copyDamaged: (file: string) => `The copy of the library at ${file} is damaged.`,
    newer: (file: string) =>
      `${file} was made by a newer Sheaf. Update Sheaf to open it; the file was not changed.`,
    full: (file: string) =>
      `The disk that holds ${file} is full. Free some space and try again; nothing was changed.`,
    damaged: (file: string) =>
      `${file} is not a Sheaf library, or it is damaged. It was left as it is.`,
    busy: (file: string) =>
      `Another program is writing to ${file}. Try again in a moment; nothing was changed.`,
    unreachable: (file: string) =>
      `${file} cannot be opened or written. Check that its folder exists and may be written to.`,
    unexpected: 'Something went wrong in the library.'
  },
  library: {
    takenBack: 'What was being written has been taken back.',
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
    noKey: (key: string) =>
      `“${key}” cannot be a citation key. Use letters, digits and . : _ + / -, beginning with a letter or digit.`,
    keyTaken: (key: string, title: string) =>
      `The key “${key}” belongs to “${title}”. Keys differ in more than capitals; choose another.`,
    within: (folder: string) =>
      `${folder} and the library’s folder lie within one another. Choose a folder apart from it.`
  },
  attachments: {
    unreadable: (name: string) => `${name} could not be read.`,
    unsupported: (name: string, extensions: string) =>
      `${name} cannot be attached. Sheaf takes ${extensions} files.`,
    notCopied: (name: string) => `${name} could not be copied into the library.`,
    gone: 'This attachment is no longer there.',
    missing: (name: string) => `The file of “${name}” is missing from the library folder.`,
    moved: (name: string, path: string) =>
      `“${name}” is linked and no longer at ${path}. Put it back there, or attach it again.`,
    noHash: 'A file has no proper hash.',
    noProgram: (name: string) => `No program on this computer opened “${name}”.`
  },
  window: {
    notUnderstood: 'This request was not understood.',
    dropUnknown: 'The dropped file is no longer known. Drop it again.',
    linkRefused:
      'This link was not opened: Sheaf opens web addresses (https, http) and mail addresses only.',
    searchReplaced: 'A newer search took the place of this one.',
    searchStopped: 'Search stopped unexpectedly. Search again to restart it.',
    searchClosed: 'Search is closed.',
    searchBehind: 'Search could not take in the latest changes.',
    notSearched: 'This could not be searched for.'
  },
  files: {
    noRoom: (file: string) =>
      `There is no room on the disk to write ${file}. Free some space and export again; the file that was there is untouched.`,
    notWritten: (file: string, reason: string) => `${file} could not be written: ${reason}`,
    reasons: {
      EISDIR: 'it is a folder. Choose a name for the file inside it.',
      ENOENT: 'its folder does not exist. Create it or choose another one.',
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
  importing: {
    over: 'This import is over. Drop its files again.',
    cancelled: 'The import was cancelled. Nothing was changed.',
    tooLong: (name: string) =>
      `${name} took too long or too much memory to read, and was left out.`,
    unreadable: (name: string) => `${name} could not be read.`,
    notFound: (name: string) => `${name} was not found. Check its name and place.`,
    mayNotRead: (name: string) => `${name} may not be read. Check its permissions.`,
    noFile: (name: string) => `${name} is not a file that can be read.`,
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
