import type { Transaction } from "../client";
import { accounts, members } from "../schema";
import { skeletonOf } from "@/lib/members/handle";
import { renderMarkdown } from "@/lib/platform/markdown";
import { readMembers } from "./files";

/** The accounts that the demo tells people to try. */
const sampleAddresses: Record<string, string> = {
  quiet_heron: "member@example.org",
  wren_physio: "provider@example.org",
  margin_notes: "editor@example.org",
  lamplighter: "moderator@example.org",
  harbourmaster: "admin@example.org",
};

export type People = Map<string, { id: number; joinedAt: Date }>;

/** Members with their accounts; returns them by handle. */
export async function fillPeople(tx: Transaction, now: number): Promise<People> {
  const people: People = new Map();
  for (const { handle, role, joined_days_ago: days, credential, bio = "" } of readMembers()) {
    const joinedAt = new Date(now - days * 86_400_000);
    const email = sampleAddresses[handle] ?? `${handle}@members.example.org`;
    const [account] = await tx
      .insert(accounts)
      .values({ email, name: handle, emailVerifiedAt: joinedAt, createdAt: joinedAt })
      .returning({ id: accounts.id });
    const [member] = await tx
      .insert(members)
      .values({
        accountId: account?.id,
        handle,
        handleSkeleton: skeletonOf(handle),
        role,
        credential: credential ?? null,
        bio: bio.trim(),
        bioHtml: renderMarkdown(bio),
        joinedAt,
        createdAt: joinedAt,
      })
      .returning({ id: members.id });
    if (member) people.set(handle, { id: member.id, joinedAt });
  }
  return people;
}
