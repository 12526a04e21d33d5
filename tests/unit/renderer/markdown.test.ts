import { cleanup, render, screen } from '@testing-library/svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import Markdown from '../../../src/renderer/src/lib/Markdown.svelte'

afterEach(cleanup)

describe('a note that is read', () => {
  it('shows Markdown', () => {
    const { container } = render(Markdown, {
      text: '**bold** and *soft*\n\n- one\n- two\n\n`code`',
      onlink: vi.fn()
    })
    expect(container.querySelector('strong')?.textContent).toBe('bold')
    expect(container.querySelectorAll('li')).toHaveLength(2)
    expect(container.querySelector('code')?.textContent).toBe('code')
  })

  it('shows HTML as the text it is', () => {
    const hostile = '<img src=x onerror="globalThis.pwned=1"> <script>globalThis.pwned=1</script>'
    const { container } = render(Markdown, { text: `a ${hostile}\n\n${hostile}`, onlink: vi.fn() })
    expect(container.querySelector('img, script')).toBeNull()
    expect(container.textContent).toContain('onerror')
    expect('pwned' in globalThis).toBe(false)
  })

  it('hands a link to the app instead of following it', () => {
    const onlink = vi.fn()
    render(Markdown, { text: '[paper](https://example.org/)', onlink })
    screen.getByRole('link', { name: 'paper' }).click()
    expect(onlink).toHaveBeenCalledWith('https://example.org/')
  })

  it('shows a link that leads to anything but the web or mail as it was written', () => {
    const text = '[click](javascript:alert(1)) [file](file:///etc/passwd)'
    const { container } = render(Markdown, { text, onlink: vi.fn() })
    expect(container.querySelector('a')).toBeNull()
    expect(container.textContent).toContain('[click](javascript:alert(1))')
  })

  it('survives nesting without end and a note of megabytes', () => {
    expect(() => render(Markdown, { text: '> '.repeat(3000), onlink: vi.fn() })).not.toThrow()
    expect(() => render(Markdown, { text: 'word '.repeat(500_000), onlink: vi.fn() })).not.toThrow()
  })
})
