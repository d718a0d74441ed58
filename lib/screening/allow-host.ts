import { db } from "@/db/client";
import { allowedHosts } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { hostOf } from "./links";
import { canWatch } from "./policy";

/** Lets newcomers link to a host, and to all that stands under it, at once. */
export async function allowHost(actor: Actor, typed: string): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWatch(actor));
    const host = hostOf(typed);
    if (!host) throw new Refusal("host_wrong", {}, "host");
    const [added] = await tx
      .insert(allowedHosts)
      .values({ host, addedBy: actor.memberId })
      .onConflictDoNothing()
      .returning({ host: allowedHosts.host });
    if (!added) throw new Refusal("host_known", {}, "host");
    await audit(tx, { actorId: actor.memberId, act: "host_allowed", subject: `host:${host}` });
  });
}
