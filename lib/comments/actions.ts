"use server";

import { formAction } from "@/lib/platform/action";
import { commentPath } from "@/lib/platform/urls";
import { threadRefusals as refusals } from "@/lib/threads/labels";
import { editComment } from "./edit-comment";
import { postComment, type Posted } from "./post-comment";
import { editCommentSchema, postCommentSchema, withdrawCommentSchema } from "./schema";
import { withdrawComment } from "./withdraw-comment";
import { withdrawEdit } from "./withdraw-edit";

/** To its place under the thread, or to what of one's own waits. */
const placeOf = ({ thread, position, held }: Posted) => ({
  href: held ? "/me/waiting" : commentPath(thread, position),
});

export const postCommentAction = formAction(
  { who: "member", schema: postCommentSchema, refusals },
  async (input, actor) => placeOf(await postComment(actor, input)),
);

export const editCommentAction = formAction(
  { who: "member", schema: editCommentSchema, refusals },
  async (input, actor) => placeOf(await editComment(actor, input)),
);

export const withdrawCommentAction = formAction(
  { who: "member", schema: withdrawCommentSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    const { thread, position } = await withdrawComment(actor, input.comment);
    return { href: commentPath(thread, position) };
  },
);

export const withdrawCommentEditAction = formAction(
  { who: "member", schema: withdrawCommentSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    await withdrawEdit(actor, input.comment);
    return { href: "/me/waiting" };
  },
);
