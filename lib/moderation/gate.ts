import { sql } from "drizzle-orm";
import { notFound, redirect } from "next/navigation";
import { db } from "@/db/client";
import { asActor, isShutOut, isStaff, type Actor, type Role } from "@/lib/platform/actor";
import { currentToken, currentViewer } from "@/lib/platform/current-viewer";
import { sha256 } from "@/lib/platform/ids";

/** A device that lay open for an hour asks again. */
const staffMinutes = 60;

/** For what a staff page asks by itself: such a question is no sign that somebody is there. Null for everybody else. */
export async function currentStaff(): Promise<Actor | null> {
  const actor = asActor(currentViewer());
  if (!actor || !isStaff(actor)) return null;
  const fresh = await db.execute(sql`
    SELECT 1 FROM identity.sessions WHERE token_hash = ${sha256(await currentToken())}
      AND coalesce(staff_seen_at, created_at) > now() - make_interval(mins => ${staffMinutes})`);
  return fresh.length > 0 ? actor : null;
}

/**
 * The gate of every page under /staff: only who works there, and only with a session that was used there, or
 * opened, within the last hour. For others the pages are not there, and for whoever is suspended or banned neither.
 * @param path the page's own address, to come back to
 * @param roles whose page it is; the moderators' without this
 */
export async function requireStaff(path: string, roles?: readonly Role[]): Promise<Actor> {
  const next = encodeURIComponent(path);
  const viewer = currentViewer();
  if (!viewer) redirect(`/auth/sign-in?next=${next}`);
  const actor = asActor(viewer);
  if (!actor || isShutOut(viewer) || !(roles ? roles.includes(actor.role) : isStaff(actor))) notFound();
  const fresh = await db.execute(sql`
    UPDATE identity.sessions SET staff_seen_at = now()
    WHERE token_hash = ${sha256(await currentToken())}
      AND coalesce(staff_seen_at, created_at) > now() - make_interval(mins => ${staffMinutes})
    RETURNING 1`);
  if (fresh.length === 0) redirect(`/auth/sign-in?again=staff&next=${next}`);
  return actor;
}
