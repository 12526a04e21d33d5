import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import Markdown from '../../../src/renderer/src/lib/Markdown.svelte'

afterEach(cleanup)
// KaTeX asks for a page with a doctype, as the window's is.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' })

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

  it('sets mathematics, and leaves prices alone', async () => {
    const text = 'So $x^2$ and \\(y\\) for $5 to $10:\n\n$$\n\\frac{1}{2}\n$$\n\nend'
    const { container } = render(Markdown, { text, onlink: vi.fn() })
    await waitFor(() => {
      expect(container.querySelectorAll('.katex')).toHaveLength(3)
    })
    expect(container.querySelectorAll('.katex-display')).toHaveLength(1)
    expect(container.textContent).toContain('for $5 to $10:')
  })

  it('shows mathematics that is broken or hostile as it was written', async () => {
    const hostile = [
      '$\\frac{1}$',
      '$\\unknowncommand x$',
      '$\\def\\x{\\x\\x}\\x$',
      `$${'{'.repeat(3000)}$`,
      `$${'x'.repeat(6000)}$`,
      '$\\href{javascript:alert(1)}{x}$'
    ]
    const { container } = render(Markdown, { text: hostile.join('\n\n'), onlink: vi.fn() })
    await waitFor(() => {
      expect(container.querySelectorAll('.source').length).toBeGreaterThanOrEqual(5)
    })
    expect(container.querySelector('a, img, script')).toBeNull()
    for (const text of hostile.slice(0, 5)) expect(container.textContent).toContain(text)
  })

  it('leads to papers by their citation keys', () => {
    const onpaper = vi.fn()
    const titleOf = (key: string): string | undefined =>
      key === 'loom20' ? 'Looms of Paris' : undefined
    const text = 'See [[loom20|the looms]], [[nobody]] and `[[code]]`.'
    render(Markdown, { text, onlink: vi.fn(), onpaper, titleOf })
    expect(screen.getByRole('button', { name: 'the looms' }).title).toBe('Looms of Paris')
    expect(screen.getByRole('button', { name: 'nobody' }).title).toContain('No paper')
    expect(screen.getAllByRole('button')).toHaveLength(2)
    screen.getByRole('button', { name: 'the looms' }).click()
    expect(onpaper).toHaveBeenCalledWith('loom20')
  })
})
