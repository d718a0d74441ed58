import { notFound } from "next/navigation";
import { lastListPage, pageNumber, readCursor } from "@/lib/platform/pagination";
import { pageAudience } from "@/lib/serving/context";
import { listThreads, type Place, type ThreadFilter, type ThreadList } from "@/lib/threads/queries";

type PlaceParams = { page?: string | string[]; before?: string | string[] };

type OpenedList = { list: ThreadList; page: number | null };

/** The part of a list of threads that an address asks for; `page` is null behind the numbered pages. */
export function openList(filter: ThreadFilter, query: PlaceParams): Promise<OpenedList> {
  return openAnyList((place) => listThreads(pageAudience(), filter, place), query);
}

/** The same for a list in an order of its own. */
export async function openAnyList(
  read: (place: Place) => Promise<ThreadList>,
  query: PlaceParams,
): Promise<OpenedList> {
  const before = readCursor(query.before);
  if (before) return { list: await read({ before }), page: null };
  const page = pageNumber(query.page);
  if (!page || page > lastListPage) notFound();
  const list = await read({ page });
  if (page > list.lastPage) notFound();
  return { list, page };
}
