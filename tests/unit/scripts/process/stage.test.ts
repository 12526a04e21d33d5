import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runStage, stageTable } from '../../../../scripts/process/stage.mjs'

const stage = (code: string, limitSeconds = 30) =>
  runStage({ name: 'try', command: process.execPath, args: ['-e', code], limitSeconds }, '.')

describe('runStage', () => {
  test('reports how a stage ended', async () => {
    expect((await stage('process.exit(0)')).result).toBe('passed')
    expect((await stage('process.exit(4)')).result).toBe('failed (exit code 4)')
  })

  test.runIf(process.platform === 'linux')('ends a hung stage with its children', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheaf-stage-'))
    const note = join(folder, 'pid')
    const forever = 'setInterval(() => {}, 1000)'
    const parent = `
      const { pid } = require('child_process').spawn(process.execPath, ['-e', '${forever}'])
      require('fs').writeFileSync(${JSON.stringify(note)}, String(pid))
      ${forever}`
    expect((await stage(parent, 1)).result).toBe('over 1 s')
    const pid = Number(readFileSync(note, 'utf8'))
    rmSync(folder, { recursive: true })
    await expect.poll(() => isRunning(pid)).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    // A child whose parent is gone may stay in the table until someone reaps it.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('stageTable sets names, results and seconds in columns', () => {
  expect(
    stageTable([
      { name: 'check', result: 'passed', seconds: 12.34 },
      { name: 'unit tests', result: 'failed (exit code 1)', seconds: 3 }
    ])
  ).toBe(
    'check       passed                  12.3 s\n' + 'unit tests  failed (exit code 1)     3.0 s'
  )
})
