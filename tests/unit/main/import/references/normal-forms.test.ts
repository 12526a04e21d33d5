import { describe, expect, it } from 'vitest'
import { readDate } from '../../../../../src/shared/text/date'
import {
  readArxiv,
  readDoi,
  readIsbns
} from '../../../../../src/main/import/references/identifiers'
import { readLanguage } from '../../../../../src/main/import/references/languages'
import { htmlToText } from '../../../../../src/main/import/references/markup'
import { pageRange, tidyPages } from '../../../../../src/main/import/references/pages'

describe('a date', () => {
  it.each([
    ...[
      ['2021/03/14/', '2021-03-14'],
      ['2021//', '2021'],
      ['2021/03//Spring', '2021-03']
    ],
    ...[
      ['2021 Mar 14', '2021-03-14'],
      ['2021 Spring', '2021'],
      ['20210314', '2021-03-14']
    ],
    ...[
      ['April 1, 2003', '2003-04-01'],
      ['1st April 2003', '2003-04-01'],
      ['11/2010', '2010-11']
    ],
    ...[
      ['[2007]', '2007'],
      ['c. 1999', '1999'],
      ['05 01, 2018', '2018-05-01'],
      ['03 2018', '2018-03']
    ],
    ...[
      ['2016-01-19T14:20:00.000Z', '2016-01-19'],
      ['2019-07-0011', '2019-07'],
      ['2021/22', '2021']
    ],
    ...[
      ['18-10-2022', '2022-10-18'],
      ['3-08-2020', '2020'],
      ['2021-02-30', '2021-02']
    ],
    ...[
      ['Forthcoming', ''],
      ['', ''],
      ['März 2020', '2020-03'],
      ['14 août 2020', '2020-08-14']
    ],
    ...[
      ['2011-08-29/2011-09-03', '2011-08-29'],
      ['Mar-Apr 2020', '2020-03'],
      ['0000', '0000']
    ]
  ])('%j is %j', (text = '', date) => {
    expect(readDate(text)).toBe(date)
  })

  it('of figures is read in the order that is known', () => {
    expect(readDate('3-08-2020', 'dmy')).toBe('2020-08-03')
    expect(readDate('3/8/2020', 'mdy')).toBe('2020-03-08')
  })
})

describe('an identifier', () => {
  it.each([
    '10.1000/ABC',
    'doi:10.1000/abc',
    'https://doi.org/10.1000/abc',
    'dx.doi.org/10.1000/abc'
  ])('in %s is the DOI 10.1000/abc', (text) => {
    expect(readDoi(text)).toEqual([{ scheme: 'doi', value: '10.1000/abc', version: null }])
  })

  it.each([
    ['arXiv:2403.01234v3', '2403.01234', 3],
    ['https://arxiv.org/pdf/2403.01234.pdf', '2403.01234', null],
    ['math.GT/0309136', 'math/0309136', null],
    ['arXiv: 2403.01234 [cs.CL]', '2403.01234', null]
  ])('in %s is the arXiv id %s', (text, value, version) => {
    expect(readArxiv(text)).toEqual([{ scheme: 'arxiv', value, version }])
  })

  it.each([
    ['0306406152 978-3-16-148410-0', 2],
    ['978 3 16 148410 0', 1],
    ['9783161484100 (print)', 1],
    ['080442957x', 1]
  ])('in %s is an ISBN, as often as there are some', (text, count) => {
    expect(readIsbns(text)).toHaveLength(count)
  })

  it('is not what only resembles one', () => {
    expect(readDoi('10.1000')).toEqual([])
    expect(readArxiv('2403.1')).toEqual([])
    expect(readIsbns('2325-9671 (electronic) 9783161484101')).toEqual([])
  })
})

describe('pages', () => {
  it('have an en dash and stand in full', () => {
    expect(pageRange('379', '423')).toBe('379–423')
    expect(pageRange('379-423', '')).toBe('379–423')
    expect(pageRange('e0815', '')).toBe('e0815')
    expect(tidyPages('123-9, 140--4')).toBe('123–129, 140–144')
    expect(tidyPages('S12-5')).toBe('S12–S15')
    expect(tidyPages('98-2')).toBe('98–2')
  })
})

describe('a language', () => {
  it.each([
    ...[
      ['eng', 'en'],
      ['EN', 'en'],
      ['English', 'en'],
      ['fre', 'fr'],
      ['fr-FR', 'fr-FR']
    ],
    ...[
      ['zh_cn', 'zh-CN'],
      ['中文;', 'zh'],
      ['Italian, English', ''],
      ['', '']
    ]
  ])('%j is %j', (text = '', tag) => {
    expect(readLanguage(text)).toBe(tag)
  })
})

describe('a note in HTML', () => {
  it('becomes plain text', () => {
    expect(htmlToText('<h1>A</h1><p>b &lt;c&gt; &#8211; d<br/>e</p>\n<script x>')).toBe(
      'A\n\nb <c> – d\ne'
    )
  })
})
