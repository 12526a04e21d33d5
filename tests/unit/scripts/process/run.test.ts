import { describe, expect, test } from 'vitest'
import { run } from '../../../../scripts/process/run.mjs'

const node = (code: string, options = {}) => run(process.execPath, ['-e', code], options)

describe('run', () => {
  test('keeps the words and the outcome', async () => {
    const outcome = await node('console.log("out"); console.error("err")')
    expect(outcome).toMatchObject({ ok: true, stdout: 'out\n', reason: '' })
    expect(outcome.log).toContain('err')
    expect(await node('process.exit(3)')).toMatchObject({ ok: false, reason: 'exit code 3' })
  })

  test('says that a program is missing', async () => {
    const outcome = await run('sheaf-no-such-program', [])
    expect(outcome.ok).toBe(false)
    expect(outcome.reason).toContain('ENOENT')
  })

  test('ends a program that takes too long or stands still', async () => {
    const forever = 'setInterval(() => {}, 1000)'
    const late = await node(forever, { limitSeconds: 0.5 })
    expect(late.reason).toBe('it took longer than 0.5 s')
    const still = await node(forever, { stalled: () => true })
    expect(still.reason).toBe('it stood still')
  })

  test('ends one that will not hear of it', async () => {
    const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'
    expect((await node(deaf, { limitSeconds: 0.5, graceSeconds: 0.5 })).ok).toBe(false)
  })
})
