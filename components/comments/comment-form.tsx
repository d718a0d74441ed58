"use client";

import { useEffect, useRef } from "react";
import { CareCard } from "@/components/screening/care-card";
import { FormDraft } from "@/components/drafts/form-draft";
import { allDrafts } from "@/components/drafts/sentences";
import { ActionForm } from "@/components/ui/form";
import { MarkdownArea } from "@/components/ui/markdown-area";
import { TextField } from "@/components/ui/fields";
import { postCommentAction } from "@/lib/comments/actions";
import type { Draft } from "@/lib/drafts/queries";

/** Writes a comment. A "Reply" link fills in the number and brings the reader here. */
export function CommentForm({ threadId, kept = null }: { threadId: number; kept?: Draft | null }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function reply(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-reply]") : null;
      const number = box.current?.querySelector<HTMLInputElement>("input[name=replyTo]");
      if (!link || !number) return;
      event.preventDefault();
      number.value = link.dataset.reply ?? "";
      number.dispatchEvent(new Event("chosen", { bubbles: true }));
      const text = box.current?.querySelector("textarea");
      text?.scrollIntoView({ block: "center" });
      text?.focus({ preventScroll: true });
    }
    document.addEventListener("click", reply);
    return () => document.removeEventListener("click", reply);
  }, []);

  return (
    <div ref={box}>
      <ActionForm action={postCommentAction} submit="Post comment" kept={kept?.values}>
        <input type="hidden" name="thread" value={threadId} />
        <MarkdownArea
          name="body"
          label="Your comment"
          hint="Speak from your own experience. Markdown works: *soft*, **strong**, > quote."
          rows={5}
        />
        <TextField name="replyTo" label="Reply to comment number (optional)" inputMode="numeric" autoComplete="off" />
        <FormDraft place={`comment-${threadId}`} kept={kept} instead={kept ? allDrafts : undefined} />
        <CareCard />
      </ActionForm>
    </div>
  );
}
