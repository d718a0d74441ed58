import { Pages } from "@/components/ui/pages";
import { writeCursor } from "@/lib/platform/pagination";
import type { ThreadList } from "@/lib/threads/queries";

type Props = { list: ThreadList; page: number | null; path: string; params?: Record<string, string | undefined> };

/** The ways to the other pages of a list: numbers, and then "older". `page` is null behind the numbers. */
export function ListPages({ list, page, path, params = {} }: Props) {
  const href = (more: Record<string, string>) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...params, ...more })) if (value) query.set(name, value);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <>
      {page && (
        <Pages
          current={page}
          last={list.lastPage}
          href={(number) => href(number > 1 ? { page: String(number) } : {})}
          label="Pages"
        />
      )}
      {list.older && (
        <p>
          <a className="button button-quiet" href={href({ before: writeCursor(list.older) })}>
            Older
          </a>
        </p>
      )}
    </>
  );
}
