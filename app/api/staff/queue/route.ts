import { currentStaff } from "@/lib/moderation/gate";
import { getQueueNews, readQueueCursor, readQueueFilter } from "@/lib/moderation/queries-queue";

/** More rows than a page has, because new ones join it while it lies open. */
const mostShown = 200;

/** What became of a page of the queue that a moderator has open. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentStaff();
  if (!actor) return Response.json({}, { status: 401 });
  const asked = new URL(request.url).searchParams;
  const shown = asked.get("shown")?.split(".").filter(Boolean) ?? [];
  if (shown.length > mostShown || !shown.every((id) => /^\d{1,15}$/.test(id))) {
    return Response.json({}, { status: 400 });
  }
  const place = {
    filter: readQueueFilter(asked.get("show") ?? undefined),
    after: readQueueCursor(asked.get("after") ?? undefined),
  };
  return Response.json(await getQueueNews(actor, place, shown.map(Number)));
}
