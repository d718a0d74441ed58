import type { Transaction } from "@/db/client";
import { redactions } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import type { LockedSubject } from "./locked-case";
import { fieldsOf, putField, withoutPassage } from "./text-fields";

/**
 * Takes a passage out of everything that the thing says, earlier wordings included, and keeps the whole fields beside
 * the decision, to put them back when it is undone.
 * @throws Refusal `passage_not_found` when it stands nowhere
 */
export async function redactPassage(
  tx: Transaction,
  about: LockedSubject,
  { decisionId, passage }: { decisionId: number; passage: string },
): Promise<void> {
  const fields = (await fieldsOf(tx, about)).filter(({ text }) => text.includes(passage));
  if (!passage || fields.length === 0) throw new Refusal("passage_not_found", {}, "passage");
  const subject = about.commentId ? { commentId: about.commentId } : { threadId: about.threadId };
  for (const { name, text, revisionId } of fields) {
    const redacted = withoutPassage(name, text, passage);
    await tx.insert(redactions).values({ decisionId, ...subject, revisionId, field: name, original: text, redacted });
    await putField(tx, about, { name, text: redacted, revisionId });
  }
}
