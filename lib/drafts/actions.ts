"use server";

import { formAction } from "@/lib/platform/action";
import { throwAwaySchema } from "./schema";
import { throwAwayDraft } from "./throw-away-draft";

export const throwAwayDraftAction = formAction(
  { who: "member", schema: throwAwaySchema, suspendedToo: true },
  async (input, actor) => {
    await throwAwayDraft(actor, input.draft);
    return { href: "/me/drafts" };
  },
);
