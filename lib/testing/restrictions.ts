import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, decisions, restrictions, statements } from "@/db/schema";
import { aMember, daysAgo } from "./factories";
import { aCase } from "./reports";

type GivenRestriction = {
  member: { id: number };
  kind: "silence" | "suspend" | "ban";
  endsAt?: Date | null;
  liftedAt?: Date;
};

/** What a moderator decided that a member may not do, with its statement; in force for a day unless it is given. */
export async function aRestriction({ member, kind, endsAt, liftedAt }: GivenRestriction): Promise<void> {
  const { id: caseId } = await aCase({ member });
  await db.update(cases).set({ closedAt: new Date() }).where(eq(cases.id, caseId));
  const moderatorId = (await aMember({ role: "moderator" })).id;
  const ends = kind === "ban" ? null : (endsAt ?? daysAgo(-1));
  const said = { kind, rule: "kindness" as const, endsAt: ends };
  await db.transaction(async (tx) => {
    const [decision] = await tx
      .insert(decisions)
      .values({ caseId, moderatorId, ...said, reason: "It was unkind." })
      .returning();
    const decisionId = decision?.id ?? 0;
    const reasons = { scope: "account", facts: "It was unkind.", source: "report", automated: false } as const;
    await tx.insert(statements).values({ decisionId, memberId: member.id, ...said, ...reasons });
    await tx.insert(restrictions).values({ memberId: member.id, kind, decisionId, endsAt: ends, liftedAt });
  });
}
