import type { Transaction } from "@/db/client";
import { members, personas } from "@/db/schema";
import { personaHandle, skeletonOf } from "@/lib/members/handle";
import { sealPersona } from "./seal";

/** A name made for one testimonial. Only its envelope leads back to the member. */
export async function makePersona(tx: Transaction, memberId: number): Promise<number> {
  let persona: { id: number } | undefined;
  // A name that somebody has already is drawn again.
  while (!persona) {
    const handle = personaHandle();
    [persona] = await tx
      .insert(members)
      .values({ kind: "persona", handle, handleSkeleton: skeletonOf(handle) })
      .onConflictDoNothing()
      .returning({ id: members.id });
  }
  await tx.insert(personas).values({ memberId: persona.id, envelope: sealPersona(memberId) });
  return persona.id;
}
