import { expect, it } from 'vitest'
import {
  gates,
  outcomesOfPlaywright,
  outcomesOfVitest,
  safetyTable
} from '../../../../scripts/safety/gates.mjs'

const passed = gates.map(({ file }) => ({
  ...{
    file,
    name: 'taken over, forged, power, full, now and then, acknowledged, older library, whatever becomes',
    status: 'passed' as const,
    count: 1
  }
}))

it('the table is sound when every gate has tests that ran and passed', () => {
  const { isSound, text } = safetyTable(passed)
  expect(isSound).toBe(true)
  expect(text.split('\n')).toHaveLength(gates.length)
  expect(text).not.toContain('FAILED')
})

it('a gate that failed, was skipped whole or did not run at all is told', () => {
  const [first, ...others] = passed
  if (first === undefined) throw new Error('There are no gates.')
  for (const instead of [
    [{ ...first, status: 'failed' as const }],
    [{ ...first, status: 'skipped' as const }],
    []
  ]) {
    const outcomes = [...instead, ...others.filter(({ file }) => file !== first.file)]
    expect(safetyTable(outcomes).isSound).toBe(false)
    expect(safetyTable(outcomes).text).toContain('FAILED')
  }
})

it('reports of both runners are read', () => {
  const unit = {
    testResults: [
      {
        name: '/home/me/sheaf/tests/unit/a.test.ts',
        assertionResults: [
          { fullName: 'a', status: 'passed', meta: { count: 500 } },
          { fullName: 'b', status: 'pending', meta: {} }
        ]
      }
    ]
  }
  expect(outcomesOfVitest(unit, '/home/me/sheaf')).toEqual([
    { file: 'tests/unit/a.test.ts', name: 'a', status: 'passed', count: 500 },
    { file: 'tests/unit/a.test.ts', name: 'b', status: 'skipped', count: 1 }
  ])
  const annotations = [{ type: 'count', description: '550' }]
  const window = {
    suites: [
      {
        specs: [{ title: 'a', file: 'x.spec.ts', tests: [{ status: 'expected', annotations }] }],
        suites: [{ specs: [{ title: 'b', file: 'x.spec.ts', tests: [{ status: 'unexpected' }] }] }]
      }
    ]
  }
  expect(outcomesOfPlaywright(window)).toEqual([
    { file: 'tests/e2e/specs/x.spec.ts', name: 'b', status: 'failed', count: 1 },
    { file: 'tests/e2e/specs/x.spec.ts', name: 'a', status: 'passed', count: 550 }
  ])
})
