import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordList } from '../../../../src/main/search/word-list'

const letters = ['a', 'b', 'é', '深', 'ﬀ', '𝒳', '\u0001', '\ue000']
const word = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((signs) => signs.join(''))
const sorted = fc.uniqueArray(word).map((words) => words.sort())

it('gives words, their signs and their places as a list of them would', () => {
  fc.assert(
    fc.property(sorted, word, (words, sought) => {
      const list = WordList.of(words)
      expect(Array.from({ length: list.length }, (_, at) => list.at(at))).toEqual(words)
      expect(list.indexOf(sought)).toBe(words.indexOf(sought))
      const [from, to] = list.range(sought)
      expect(words.slice(from, to)).toEqual(words.filter((each) => each.startsWith(sought)))
      expect(words.slice(0, list.from(sought))).toEqual(words.filter((each) => each < sought))
      for (const [index, each] of words.entries())
        for (let at = 0; at < 3; at++)
          expect(list.codeAt(index, at)).toBe(at < each.length ? each.charCodeAt(at) : -1)
      expect(new WordList(list.text).length).toBe(words.length)
    })
  )
})

it('takes in another list in order, and tells which word came from which', () => {
  fc.assert(
    fc.property(sorted, fc.func(fc.boolean()), (words, isOther) => {
      const [own, other] = [
        words.filter((each) => !isOther(each)),
        words.filter((each) => isOther(each))
      ]
      const told: (string | undefined)[] = []
      const all = WordList.of(own).with(WordList.of(other), (fromOther, at) => {
        told.push((fromOther ? other : own)[at])
      })
      expect(Array.from({ length: all.length }, (_, at) => all.at(at))).toEqual(words)
      expect(told).toEqual(words)
    })
  )
})
