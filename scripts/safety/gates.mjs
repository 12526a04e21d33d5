/**
 * @typedef {object} Gate
 * @property {string} gate its name in docs/safety.md
 * @property {string} what
 * @property {string} file the tests that are the gate
 * @property {RegExp} [only] those of the file by their names; all of it if left out
 */

/** @type {readonly Gate[]} */
export const gates = [
  {
    ...{ gate: 'I1', what: 'calls of a page that was taken over' },
    ...{ file: 'tests/unit/main/ipc/fuzz.test.ts', only: /taken over|first call/ }
  },
  {
    ...{ gate: 'I2', what: 'forged tokens' },
    ...{ file: 'tests/unit/main/ipc/fuzz.test.ts', only: /forged/ }
  },
  {
    ...{ gate: 'K1', what: 'kills of the running app' },
    ...{ file: 'tests/e2e/specs/kills.spec.ts', only: /acknowledged/ }
  },
  {
    ...{ gate: 'K1', what: 'kills of a first start' },
    ...{ file: 'tests/e2e/specs/kills.spec.ts', only: /older library/ }
  },
  { gate: 'K6', what: 'double starts', file: 'tests/e2e/specs/double-start.spec.ts' },
  { gate: 'F1', what: 'spoilt inputs, tests', file: 'tests/unit/main/import/mutated.test.ts' },
  {
    ...{ gate: 'K2', what: 'disks after a power cut' },
    ...{ file: 'tests/unit/main/database/storage-faults.test.ts', only: /power/ }
  },
  {
    ...{ gate: 'K3', what: 'levels of a full disk' },
    ...{ file: 'tests/unit/main/database/storage-faults.test.ts', only: /full/ }
  },
  {
    ...{ gate: 'K4', what: 'runs on a disk that fails' },
    ...{ file: 'tests/unit/main/database/storage-faults.test.ts', only: /now and then/ }
  },
  {
    gate: 'K4',
    what: 'a library opened again, tests',
    file: 'tests/unit/main/ipc/disk-failure.test.ts'
  },
  {
    ...{ gate: 'B1', what: 'damaged libraries and their backups, tests' },
    ...{ file: 'tests/unit/main/database/rescue.test.ts', only: /whatever becomes/ }
  },
  {
    gate: 'B1',
    what: 'backups made and kept, tests',
    file: 'tests/unit/main/database/backup/make-backup.test.ts'
  },
  {
    gate: 'B1',
    what: 'backups made room for, tests',
    file: 'tests/unit/main/database/backup/thin.test.ts'
  },
  {
    gate: 'B1',
    what: 'backups restored, tests',
    file: 'tests/unit/main/session/backups.test.ts'
  },
  {
    gate: 'B2',
    what: 'libraries exported and opened again',
    file: 'tests/unit/main/session/archive/round-trip.test.ts'
  },
  {
    ...{ gate: 'B3', what: 'what a start finds and does, tests' },
    ...{ file: 'tests/unit/main/database/rescue.test.ts', only: /^(?!whatever becomes)/ }
  },
  {
    ...{ gate: 'H1', what: 'files that mean harm' },
    file: 'tests/unit/main/import/hostile-files.test.ts'
  },
  { gate: 'H2', what: 'payloads in every view', file: 'tests/e2e/specs/xss.spec.ts' },
  { gate: 'H3', what: 'texts on their way out', file: 'tests/unit/main/export/outwards.test.ts' },
  { gate: 'H3', what: 'editors, tests', file: 'tests/unit/main/latex/editors.test.ts' },
  {
    gate: 'H4',
    what: 'addresses never asked, tests',
    file: 'tests/unit/main/lookup/public-address.test.ts'
  },
  {
    ...{ gate: 'H4', what: 'inner hosts by names and redirects' },
    file: 'tests/unit/main/lookup/inner-hosts.test.ts'
  },
  {
    gate: 'M1',
    what: 'libraries of old brought up to date, tests',
    file: 'tests/unit/main/database/migrations.test.ts'
  },
  {
    gate: 'S1',
    what: 'channels and strangers, tests',
    file: 'tests/unit/main/ipc/hear-channels.test.ts'
  },
  {
    gate: 'S1',
    what: 'addresses handed out, tests',
    file: 'tests/unit/main/app/external-url.test.ts'
  },
  {
    gate: 'S1',
    what: 'Electron’s version, tests',
    file: 'tests/unit/main/app/electron-version.test.ts'
  },
  { gate: 'S1', what: 'the checklist, tests', file: 'tests/e2e/specs/checklist.spec.ts' },
  {
    gate: 'S1',
    what: 'the window and the reader, tests',
    file: 'tests/e2e/specs/security.spec.ts'
  },
  {
    gate: 'S2',
    what: 'what Sheaf is built from, tests',
    file: 'tests/unit/scripts/supply-chain.test.ts'
  }
]

/**
 * What became of one test.
 *
 * @typedef {object} Outcome
 * @property {string} file
 * @property {string} name
 * @property {'passed' | 'failed' | 'skipped'} status
 * @property {number} count cases it went through, 1 where it does not say
 */

/**
 * A line for each gate: how many cases, and whether all its tests passed. A gate without a test that
 * ran has failed.
 *
 * @param {readonly Outcome[]} outcomes
 */
export function safetyTable(outcomes) {
  const lines = gates.map(({ gate, what, file, only }) => {
    const own = outcomes.filter((one) => one.file === file && (only?.test(one.name) ?? true))
    const ran = own.filter(({ status }) => status !== 'skipped')
    const isSound = ran.length > 0 && ran.every(({ status }) => status === 'passed')
    const most = Math.max(0, ...ran.map(({ count }) => count))
    const count = most > 1 ? most : ran.length
    const left = own.length - ran.length
    const result = `${isSound ? 'passed' : 'FAILED'}${left === 0 ? '' : `, ${String(left)} skipped`}`
    return { gate, what, count: String(count), result, isSound }
  })
  const wide = (/** @type {'what' | 'count'} */ key) =>
    Math.max(...lines.map((line) => line[key].length))
  const [what, count] = [wide('what'), wide('count')]
  return {
    isSound: lines.every(({ isSound }) => isSound),
    text: lines
      .map(
        (line) =>
          `${line.gate}  ${line.what.padEnd(what)}  ${line.count.padStart(count)}  ${line.result}`
      )
      .join('\n')
  }
}

/**
 * The outcomes in a report of Vitest in JSON.
 *
 * @param {any} report
 * @param {string} root
 * @returns {Outcome[]}
 */
export function outcomesOfVitest(report, root) {
  return report.testResults.flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults.map((/** @type {any} */ { fullName, status, meta }) => ({
      file: name.slice(root.length + 1).replaceAll('\\', '/'),
      name: fullName,
      status: status === 'passed' || status === 'failed' ? status : 'skipped',
      count: meta?.count ?? 1
    }))
  )
}

/**
 * The outcomes in a report of Playwright in JSON.
 *
 * @param {any} report
 * @returns {Outcome[]}
 */
export function outcomesOfPlaywright(report) {
  const of = (/** @type {any} */ suite) => [
    ...(suite.suites ?? []).flatMap(of),
    ...(suite.specs ?? []).map((/** @type {any} */ { title, file, tests }) => {
      const [{ status, annotations = [], results = [] } = {}] = tests
      const all = [
        ...annotations,
        ...results.flatMap((/** @type {any} */ one) => one.annotations ?? [])
      ]
      const said = all.find((/** @type {any} */ { type }) => type === 'count')
      return {
        file: `tests/e2e/specs/${file}`,
        name: title,
        status: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
        count: Number(said?.description ?? 1)
      }
    })
  ]
  return report.suites.flatMap(of)
}
