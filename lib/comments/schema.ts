import { z } from "zod";
import { draftField } from "@/lib/drafts/schema";
import { seenField } from "@/lib/screening/schema";
import { formKeyField, idField, textField } from "@/lib/platform/text";

const body = textField("Your comment", { min: 2, max: 10_000 });

/** The number of the comment that is answered; empty for none. */
const replyTo = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.coerce
    .number({ error: "The number of a comment is a whole number, or empty." })
    .int("The number of a comment is a whole number, or empty.")
    .min(1, "The number of a comment is a whole number, or empty.")
    .max(1_000_000, "There is no comment with this number.")
    .nullable(),
);

export const postCommentSchema = z.object({
  thread: idField,
  replyTo,
  body,
  key: formKeyField,
  seen: seenField,
  draft: draftField,
});
export const editCommentSchema = z.object({
  comment: idField,
  body,
  key: formKeyField,
  seen: seenField,
  draft: draftField,
});
export const withdrawCommentSchema = z.object({ comment: idField, key: formKeyField });
