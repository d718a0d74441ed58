type Props = {
  /** The page that is shown, from 1. */
  current: number;
  last: number;
  /** The address of page N. */
  href: (page: number) => string;
  label: string;
};

/** Numbered pages: first, last, and those around the current one. */
export function Pages({ current, last, href, label }: Props) {
  if (last <= 1) return null;
  const shown = [...new Set([1, current - 1, current, current + 1, last])].filter((page) => page >= 1 && page <= last);
  return (
    <nav aria-label={label}>
      <ol className="pages">
        {current > 1 && (
          <li>
            <a href={href(current - 1)} rel="prev">
              Previous
            </a>
          </li>
        )}
        {shown.map((page, index) => (
          <li key={page}>
            {page - (shown[index - 1] ?? page - 1) > 1 && <span aria-hidden="true">…</span>}
            {page === current ? (
              <strong aria-current="page">{page}</strong>
            ) : (
              <a href={href(page)} aria-label={`Page ${page}`}>
                {page}
              </a>
            )}
          </li>
        ))}
        {current < last && (
          <li>
            <a href={href(current + 1)} rel="next">
              Next
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
