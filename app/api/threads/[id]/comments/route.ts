import { keepWanted } from "@/lib/blocks/queries";
import { listCommentsAfter } from "@/lib/comments/queries";
import { currentViewer } from "@/lib/platform/current-viewer";
import { idOf } from "@/lib/platform/params";
import { pageAudience } from "@/lib/serving/context";
import { getThread } from "@/lib/threads/queries";

type Context = { params: Promise<{ id: string }> };

/**
 * The comments of a thread after a position, for pages that are open while somebody writes. This knows its reader, and
 * leaves out what they do not want to see.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const id = idOf((await params).id);
  const after = new URL(request.url).searchParams.get("after") ?? "";
  if (!id || !/^\d{1,7}$/.test(after)) return Response.json([], { status: 400 });
  const thread = await getThread(id, pageAudience());
  if (!thread) return Response.json([], { status: 404 });
  return Response.json(await keepWanted(currentViewer(), await listCommentsAfter(id, Number(after))));
}
