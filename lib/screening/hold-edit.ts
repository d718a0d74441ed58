import type { Transaction } from "@/db/client";
import { heldEdits } from "@/db/schema";
import { dropHeldEdit, type Edited } from "./drop-held-edit";

type Edit = Edited & Pick<typeof heldEdits.$inferInsert, "kind" | "audience" | "title" | "body">;

/** Keeps an edit until a moderator has read it; it takes the place of one that waited. The caller holds the locks. */
export async function holdEdit(tx: Transaction, edit: Edit): Promise<void> {
  await dropHeldEdit(tx, edit);
  await tx.insert(heldEdits).values(edit);
}
