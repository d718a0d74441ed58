"use server";

import { formAction } from "@/lib/platform/action";
import { threadPath, type Addressed } from "@/lib/platform/urls";
import { threadRefusals as refusals } from "@/lib/threads/labels";
import { editPost } from "./edit-post";
import { editPostSchema, startPostSchema, withdrawPostEditSchema } from "./schema";
import { startPost } from "./start-post";
import { withdrawEdit } from "./withdraw-edit";

/** To its page, or to what of one's own waits. */
const placeOf = (post: Addressed & { held: boolean }) => ({ href: post.held ? "/me/waiting" : threadPath(post) });

export const startPostAction = formAction({ who: "member", schema: startPostSchema, refusals }, async (input, actor) =>
  placeOf(await startPost(actor, input)),
);

export const editPostAction = formAction({ who: "member", schema: editPostSchema, refusals }, async (input, actor) =>
  placeOf(await editPost(actor, input)),
);

export const withdrawPostEditAction = formAction(
  { who: "member", schema: withdrawPostEditSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await withdrawEdit(actor, input.thread);
    return { href: "/me/waiting" };
  },
);
