import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, members, personas } from "@/db/schema";
import { openPersona } from "@/lib/testimonials/seal";

/** The account of a member, or of whoever is behind a persona; null when it is gone. For mails only. */
export async function personOf(memberId: number): Promise<{ handle: string; email: string; name: string } | null> {
  const [persona] = await db.select().from(personas).where(eq(personas.memberId, memberId));
  const [person] = await db
    .select({ handle: members.handle, email: accounts.email, name: accounts.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, (persona ? openPersona(persona.envelope) : memberId) ?? 0));
  return person ?? null;
}
