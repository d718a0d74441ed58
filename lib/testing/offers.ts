import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { energies, offers } from "@/db/schema";
import { aMember, aPost, aTechnique, hoursAgo, type Member, type Technique } from "./factories";

type Given = { technique: Technique; answers?: number; member?: Member; saidAt?: Date; endsAt?: Date };

/** Somebody who told of a technique and has energy for some answers, until in some hours. */
export async function aHelper({ technique, answers = 3, ...given }: Given): Promise<Member> {
  const member = given.member ?? (await aMember());
  await aPost({ author: member, technique, kind: "experience", publishedAt: hoursAgo(24 * 30) });
  const { saidAt = hoursAgo(1), endsAt = hoursAgo(-5) } = given;
  await db.insert(energies).values({ memberId: member.id, answers, saidAt, endsAt });
  return member;
}

/** A question that has waited for so many hours. */
export async function aWaiting(hours: number, given: Parameters<typeof aPost>[0] = {}) {
  return aPost({ publishedAt: hoursAgo(hours), technique: given.technique ?? (await aTechnique()), ...given });
}

/** What was offered to somebody, passed or not, in its order. */
export async function offersOf({ id }: Member): Promise<number[]> {
  const rows = await db
    .select({ id: offers.threadId })
    .from(offers)
    .where(eq(offers.memberId, id))
    .orderBy(asc(offers.createdAt), asc(offers.threadId));
  return rows.map((row) => row.id);
}

/** How many people hold a thread. */
export async function holdersOf({ id }: { id: number }): Promise<number> {
  return db.$count(offers, eq(offers.threadId, id));
}
