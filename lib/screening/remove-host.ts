import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { allowedHosts } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { canWatch } from "./policy";

/** Takes a host off the list. What was linked to it before stays. */
export async function removeHost(actor: Actor, host: string): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWatch(actor));
    const [removed] = await tx
      .delete(allowedHosts)
      .where(eq(allowedHosts.host, host))
      .returning({ host: allowedHosts.host });
    if (!removed) throw new Refusal("not_found");
    await audit(tx, { actorId: actor.memberId, act: "host_removed", subject: `host:${host}` });
  });
}
