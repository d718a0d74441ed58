import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { hearingChoices } from "@/db/schema";
import { notificationKinds } from "@/lib/notifications/schema";
import type { Actor } from "@/lib/platform/actor";
import type { HearingChoices } from "./schema";

/**
 * Keeps how somebody wants to hear of each kind of thing. What has happened by then and is not mailed yet goes the new
 * way where that is later or never, and stays where it is where that is sooner: nothing is lost, and nothing comes twice.
 */
export async function chooseHearing({ memberId }: Actor, choices: HearingChoices): Promise<void> {
  const rows = notificationKinds.map((kind) => ({ memberId, kind, ...choices[kind] }));
  await db
    .insert(hearingChoices)
    .values(rows)
    .onConflictDoUpdate({
      target: [hearingChoices.memberId, hearingChoices.kind],
      set: { onSite: sql`excluded.on_site`, mail: sql`excluded.mail` },
    });
}
