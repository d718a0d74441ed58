import { asActor, isShutOut, type Actor } from "@/lib/platform/actor";
import { currentViewer } from "@/lib/platform/current-viewer";
import { Refusal } from "@/lib/platform/errors";
import { clearDraft } from "./clear-draft";
import { getDraft } from "./queries";
import { saveDraft } from "./save-draft";
import { placeOf, saveDraftSchema } from "./schema";

const answer = (status: number, body: object = {}) => Response.json(body, { status });

/** The newest draft of the form that the address names. */
export async function findDraft(request: Request): Promise<Response> {
  const actor = whoKeeps();
  if (actor instanceof Response) return actor;
  const asked = new URL(request.url).searchParams;
  const place = asked.get("place") ?? "";
  if (!placeOf(place)) return answer(400);
  if (asked.get("member") !== String(actor.memberId)) return answer(401);
  return answer(200, { draft: await getDraft(actor.memberId, place) });
}

/**
 * Keeps what an open form holds. Not a server action: it has to arrive while the page is left, and from pages that were
 * opened before an update.
 */
export async function keepDraft(request: Request): Promise<Response> {
  const actor = whoKeeps();
  if (actor instanceof Response) return actor;
  const form = saveDraftSchema.safeParse(await request.json().catch(() => null));
  if (!form.success) return answer(form.error.issues.some(({ path }) => path[0] === "values") ? 413 : 400);
  if (form.data.member !== actor.memberId) return answer(401);
  try {
    if (Object.keys(form.data.values).length > 0) return answer(200, await saveDraft(actor, form.data));
    await clearDraft(actor, form.data);
    return answer(200);
  } catch (error) {
    if (error instanceof Refusal) return answer(429);
    throw error;
  }
}

function whoKeeps(): Actor | Response {
  const viewer = currentViewer();
  const actor = asActor(viewer);
  if (!actor) return answer(401);
  return isShutOut(viewer) ? answer(403) : actor;
}
