"use server";

import { formAction } from "@/lib/platform/action";
import { commentPath } from "@/lib/platform/urls";
import { threadRefusals as refusals } from "@/lib/threads/labels";
import { editComment } from "./edit-comment";
import { postComment } from "./post-comment";
import { editCommentSchema, postCommentSchema, withdrawCommentSchema } from "./schema";
import { withdrawComment } from "./withdraw-comment";

export const postCommentAction = formAction(
  { who: "member", schema: postCommentSchema, refusals },
  async (input, actor) => {
    const { thread, position } = await postComment(actor, input);
    return { href: commentPath(thread, position) };
  },
);

export const editCommentAction = formAction(
  { who: "member", schema: editCommentSchema, refusals },
  async (input, actor) => {
    const { thread, position } = await editComment(actor, input);
    return { href: commentPath(thread, position) };
  },
);

export const withdrawCommentAction = formAction(
  { who: "member", schema: withdrawCommentSchema, refusals, suspendedToo: true },
  async (input, actor) => {
    const { thread, position } = await withdrawComment(actor, input.comment);
    return { href: commentPath(thread, position) };
  },
);
