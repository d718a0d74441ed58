import { notFound } from "next/navigation";
import { lastListPage, pageNumber, readCursor } from "@/lib/platform/pagination";
import { pageAudience } from "@/lib/serving/context";
import { listThreads, type ThreadFilter, type ThreadList } from "@/lib/threads/queries";

type PlaceParams = { page?: string | string[]; before?: string | string[] };

/** The part of a list that an address asks for; `page` is null behind the numbered pages. */
export async function openList(
  filter: ThreadFilter,
  query: PlaceParams,
): Promise<{ list: ThreadList; page: number | null }> {
  const before = readCursor(query.before);
  if (before) return { list: await listThreads(pageAudience(), filter, { before }), page: null };
  const page = pageNumber(query.page);
  if (!page || page > lastListPage) notFound();
  const list = await listThreads(pageAudience(), filter, { page });
  if (page > list.lastPage) notFound();
  return { list, page };
}
