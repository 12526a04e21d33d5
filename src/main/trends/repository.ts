/** Sites whose repositories are two names deep. */
const sites = new Set([
  'github.com',
  'gitlab.com',
  'codeberg.org',
  'bitbucket.org',
  'huggingface.co'
])

/** What a repository goes by, of an address of it or of something in it: `github.com/owner/name`. */
export function repositoryOf(url: string): string {
  let address: URL
  try {
    address = new URL(url)
  } catch {
    return url
  }
  const host = address.hostname.replace(/^www\./, '')
  const path = address.pathname.split('/').filter((part) => part !== '')
  const names = sites.has(host) ? path.slice(0, 2) : path
  return [host, ...names].join('/').replace(/\.git$/, '')
}
