import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { adminInvitations, members } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { randomToken, sha256 } from "@/lib/platform/ids";

/**
 * A link for whoever can read the console, good for an hour and one person.
 * @returns null when the community has an admin
 */
export async function inviteFirstAdmin(): Promise<string | null> {
  const token = randomToken();
  const made = await db.transaction(async (tx) => {
    const [admin] = await tx.select({ id: members.id }).from(members).where(eq(members.role, "admin")).limit(1);
    if (admin) return false;
    await tx.delete(adminInvitations);
    await tx.insert(adminInvitations).values({ tokenHash: sha256(token), expiresAt: sql`now() + interval '1 hour'` });
    return true;
  });
  return made ? `${new URL("/auth/first-admin", env().APP_URL).href}?token=${token}` : null;
}
