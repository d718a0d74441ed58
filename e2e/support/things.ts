import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, members, techniques } from "@/db/schema";
import { aPost, aTestimonial, type Member } from "@/lib/testing/factories";

/** A technique of the sample community. */
export async function techniqueOf(slug: string) {
  const [technique] = await db.select().from(techniques).where(eq(techniques.slug, slug));
  if (!technique) throw new Error(`there is no technique ${slug}`);
  return technique;
}

/** A member of the sample community, as the demo's list of accounts calls them. */
export async function sampleMember(role: "member" | "provider" | "editor" | "moderator" | "admin"): Promise<Member> {
  const [row] = await db
    .select({ member: members })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(accounts.email, `${role}@example.org`));
  if (!row) throw new Error(`there is no ${role}`);
  return row.member;
}

/** A public question about shiatsu, unless it is given otherwise. */
export async function aQuestion(given: Parameters<typeof aPost>[0] = {}) {
  return aPost({ techniqueId: (await techniqueOf("shiatsu")).id, ...given });
}

export async function aStory(given: Parameters<typeof aTestimonial>[0] = {}) {
  return aTestimonial({ techniqueId: (await techniqueOf("shiatsu")).id, ...given });
}

/** How many threads a member has started, withdrawn ones too. */
export async function threadsOf({ id }: Member): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM threads WHERE author_id = ${id}`,
  );
  return row?.count ?? 0;
}
