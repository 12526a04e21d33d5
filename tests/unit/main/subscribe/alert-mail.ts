/** An alert as Google Scholar sends it. */
export function alertMail(
  titles: readonly string[],
  subject = 'sheaf theory - new results'
): string {
  const papers = titles.map(
    (title) =>
      `<h3><a href="https://scholar.google.com/scholar_url?url=https://example.org/${encodeURIComponent(title)}&hl=en" class="gse_alrt_title">${title}</a></h3>` +
      `<div style="color:#006621">E Noether, A Lovelace - Journal of Sheaves, 2026</div><div class="gse_alrt_sni">What ${title} is about.</div>`
  )
  return `From: Google Scholar Alerts <scholaralerts-noreply@google.com>
To: reader@example.org
Subject: ${subject}
Date: Thu, 12 Mar 2026 08:00:00 +0000
Message-ID: <${encodeURIComponent(titles.join('-'))}@example.org>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<!doctype html><html><body><h3 class="gse_alrt_header">Google Scholar Alert - "sheaf theory"</h3>
${papers.join('\n')}
</body></html>
`
}

/** A mail that no paper is in. */
export const letter = `From: A friend <friend@example.org>
To: reader@example.org
Subject: Lunch
Date: Thu, 12 Mar 2026 09:00:00 +0000
Message-ID: <lunch@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Shall we?
`
