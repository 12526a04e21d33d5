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
    'mailto:a@b.c\r\nBcc: x@y.z',
    'file://host/share/x.exe',
    'file:C:/Windows/System32/calc.exe',
    'fiLe:/etc/passwd',
    'http:/\\example.org',
    'https:\t//example.org',
    'https://example.org/\u007f',
    'https://example.org/\u0085\n',
    'https://:secret@example.org/',
    'https://user@example.org/',
    'http://[::1',
    'http://a b',
    'http://999.999.999.999/',
    'javascript://example.org/%0aalert(1)',
    'JAVASCRIPT:alert(1)',
    'jar:https://example.org!/x',
    'ms-officecmd:{}',
    'ms-word:ofe|u|https://example.org/x',
    'intent://x#Intent;end',
    'filesystem:https://example.org/x',
    'chrome://settings',
    'devtools://devtools/x',
    'app://reader/file/x',
    'sheaf://select/x',
    'tel:1',
    'sftp://example.org',
    'ldap://example.org',
    'ws://example.org/'
  ])('to anything else is refused: %j', (url) => {
    expect(() => checkExternalUrl(url)).toThrow('Sheaf opens web addresses')
  })
})
