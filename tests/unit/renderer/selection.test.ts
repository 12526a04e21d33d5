import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  extended,
  kept,
  noSelection,
  only,
  stepped,
  toggled
} from '../../../src/renderer/src/features/library/selection'

const list = [10, 20, 30, 40, 50]

describe('the selection', () => {
  it('extends from its anchor in both directions, and back again', () => {
    const start = only(30)
    const down = extended(start, list, 50)
    expect([...down.ids]).toEqual([30, 40, 50])
    expect([...extended(down, list, 20).ids]).toEqual([20, 30])
    expect(extended(down, list, 20).anchor).toBe(30)
  })

  it('takes one more or one less with Ctrl', () => {
    const two = toggled(only(10), 30)
    expect([...two.ids]).toEqual([10, 30])
    expect([...toggled(two, 10).ids]).toEqual([30])
  })

  it('steps to the ends of the list and no further', () => {
    expect(stepped(noSelection, list, 1)).toBe(10)
    expect(stepped(noSelection, list, -1)).toBe(50)
    expect(stepped(only(50), list, 1)).toBe(50)
    expect(stepped(only(20), list, -Infinity)).toBe(10)
    expect(stepped(only(20), list, Infinity)).toBe(50)
    expect(stepped(noSelection, [], 1)).toBeUndefined()
  })

  it('moves to the paper that took the place of one that left the list', () => {
    expect(kept(only(30), list, [10, 20, 40, 50]).current).toBe(40)
    expect(kept(only(50), list, [10, 20]).current).toBe(20)
    expect(kept(only(50), list, [])).toEqual(noSelection)
    expect(kept(only(30), list, [30, 10])).toEqual(only(30))
  })

  it('never holds what is not in the list', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(20), { minLength: 1 }),
        fc.uniqueArray(fc.nat(20)),
        fc.nat(20),
        (before, after, at) => {
          const id = before[at % before.length] ?? 0
          const selection = kept(extended(only(before[0] ?? 0), before, id), before, after)
          for (const each of selection.ids) expect(after).toContain(each)
          if (selection.current !== null) expect(after).toContain(selection.current)
          if (after.length > 0) expect(selection.current).not.toBeNull()
        }
      )
    )
  })
})
