import type { Transaction } from "@/db/client";
import { members, personas } from "@/db/schema";
import { personaHandle, skeletonOf } from "@/lib/members/handle";
import { sealPersona } from "./seal";

/** A name made for one testimonial. Only its envelope leads back to the member. */
export async function makePersona(tx: Transaction, memberId: number): Promise<number> {
  const handle = personaHandle();
  const [persona] = await tx
    .insert(members)
    .values({ kind: "persona", handle, handleSkeleton: skeletonOf(handle) })
    .returning({ id: members.id });
  if (!persona) throw new Error("the persona was not made");
  await tx.insert(personas).values({ memberId: persona.id, envelope: sealPersona(memberId) });
  return persona.id;
}
