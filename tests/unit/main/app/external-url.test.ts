import { describe, expect, it } from 'vitest'
import { checkExternalUrl } from '../../../../src/main/app/external-url'

describe('a link', () => {
  it.each([
    'https://example.org/paper?x=1#part',
    'http://example.org/',
    'mailto:ada@example.org',
    'HTTPS://EXAMPLE.ORG/',
    'https://xn--bcher-kva.example/'
  ])('to the web or to mail is opened: %s', (url) => {
    expect(checkExternalUrl(url)).toBe(new URL(url).href)
  })

  it.each([
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'smb://host/share',
    '\\\\host\\share',
    '//host/share',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:app://sheaf/1',
    'vbscript:x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'vscode://file/x',
    'app://sheaf/index.html',
    'about:blank',
    'view-source:https://example.org',
    'https://user:secret@example.org/',
    'https://example.org@evil.example/',
    'https://exam ple.org/',
    'https://example.org/\u0000',
    'https://example.org/\r\nx',
    'https:\\\\example.org\\x',
    'ftp://example.org/',
    'ssh://example.org',
    'x-apple.systempreferences:',
    'steam://run/1',
    'https://',
    'https:///etc/passwd\u0007',
    'http:',
    '',
    'example.org',
    '/etc/passwd',
    'C:\\Windows\\system32\\calc.exe',
    'mailto:a@b.c\r\nBcc: x@y.z'
  ])('to anything else is refused: %j', (url) => {
    expect(() => checkExternalUrl(url)).toThrow('Sheaf opens web addresses')
  })
})
