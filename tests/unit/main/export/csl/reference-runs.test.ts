import { describe, expect, it } from 'vitest'
import { referenceRuns } from '../../../../../src/main/export/csl/reference-runs'

describe('a formatted reference', () => {
  it('is text in faces, within one another too', () => {
    const html =
      '<div class="csl-entry"><div class="csl-left-margin">[1]</div><div>W. <i>On <b>H</b><sub>2</sub></i> ' +
      '<span style="font-variant:small-caps;">Loom</span></div></div>'
    expect(referenceRuns(html)).toEqual([
      { text: '[1]', faces: [] },
      { text: ' ', faces: [] },
      { text: 'W. ', faces: [] },
      { text: 'On ', faces: ['italic'] },
      { text: 'H', faces: ['italic', 'bold'] },
      { text: '2', faces: ['italic', 'lowered'] },
      { text: ' ', faces: [] },
      { text: 'Loom', faces: ['small-caps'] }
    ])
  })

  it('keeps nothing else of its markup', () => {
    expect(referenceRuns('<img src=x onerror=alert(1)>a<script>b</script>&lt;i&gt;')).toEqual([
      { text: 'a', faces: [] },
      { text: 'b', faces: [] },
      { text: '<i>', faces: [] }
    ])
  })
})
