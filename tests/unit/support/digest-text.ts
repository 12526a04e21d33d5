/** A trending page as people save it, with as many papers as there are titles. */
export function trendingPage(titles: readonly string[], date = 'Mar 14'): string {
  const papers = titles.flatMap((title) => [title, '', abstractOf(title), ''])
  return [
    ...['new', '', 'Get trending papers in your email inbox!', '', 'Subscribe', ''],
    ...['byAK and the research community', '', date, '', ...papers]
  ].join('\n')
}

/** An abstract that speaks of its title and of nothing else. */
export function abstractOf(title: string): string {
  const theme = title.toLowerCase()
  return `We study ${theme}. Earlier work on ${theme} left open whether it holds in general. Our experiments on ${theme} show that it does. The data is public.`
}
