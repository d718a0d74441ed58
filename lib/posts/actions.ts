"use server";

import { formAction } from "@/lib/platform/action";
import { threadPath } from "@/lib/platform/urls";
import { threadRefusals as refusals } from "@/lib/threads/labels";
import { editPost } from "./edit-post";
import { editPostSchema, startPostSchema } from "./schema";
import { startPost } from "./start-post";

export const startPostAction = formAction(
  { who: "member", schema: startPostSchema, refusals },
  async (input, actor) => ({
    href: threadPath(await startPost(actor, input)),
  }),
);

export const editPostAction = formAction({ who: "member", schema: editPostSchema, refusals }, async (input, actor) => ({
  href: threadPath(await editPost(actor, input)),
}));
