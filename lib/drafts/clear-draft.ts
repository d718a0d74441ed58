import { and, eq, or } from "drizzle-orm";
import { db } from "@/db/client";
import { drafts } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { KeptForm } from "./schema";

/** Lets a draft go whose form its author has emptied. What another page has saved since stays. */
export async function clearDraft(
  { memberId }: Actor,
  { writer, draft }: Pick<KeptForm, "writer" | "draft">,
): Promise<void> {
  const seen = draft ? and(eq(drafts.id, draft.id), eq(drafts.version, draft.version)) : undefined;
  await db.delete(drafts).where(and(eq(drafts.memberId, memberId), or(eq(drafts.writer, writer), seen)));
}
