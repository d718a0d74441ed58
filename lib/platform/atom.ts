export type AtomFeed = { title: string; siteUrl: string; selfPath: string; updated: Date; entries: AtomEntry[] };
type AtomEntry = {
  title: string;
  path: string;
  author: string;
  summary: string;
  published: Date;
  updated: Date;
};

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for XML; control characters that XML 1.0 forbids are left out. */
function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
}

/** An Atom feed (RFC 4287). Paths are of this site. */
export function atomFeed({ title, siteUrl, selfPath, updated, entries }: AtomFeed): string {
  const url = (path: string) => xmlText(new URL(path, siteUrl).href);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${xmlText(title)}</title>
<id>${url(selfPath)}</id>
<link rel="self" href="${url(selfPath)}"/>
<link href="${url("/")}"/>
<updated>${updated.toISOString()}</updated>
${entries.map((entry) => atomEntry(entry, url)).join("\n")}
</feed>
`;
}

function atomEntry(
  { title, path, author, summary, published, updated }: AtomEntry,
  url: (path: string) => string,
): string {
  return `<entry>
<title>${xmlText(title)}</title>
<id>${url(path)}</id>
<link href="${url(path)}"/>
<author><name>${xmlText(author)}</name></author>
<published>${published.toISOString()}</published>
<updated>${updated.toISOString()}</updated>
<summary>${xmlText(summary)}</summary>
</entry>`;
}
