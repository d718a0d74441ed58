import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { followUps, testimonials } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { askModerators } from "@/lib/screening/ask-moderators";
import { screenWords } from "@/lib/screening/screen-words";
import { editLimits } from "@/lib/threads/limits";
import { canEdit } from "@/lib/threads/policy";
import { storedOutcome } from "./answers";
import { followUpDays } from "./limits";
import { lockOwnTestimonial } from "./own-testimonial";
import type { FollowUp } from "./schema";
import type { ToldThread } from "./tell-what-helped";

/** Tells how it is after 30 or 90 days. Told again, it replaces what stood there, and keeps its date. */
export async function tellFollowUp(actor: Actor, input: FollowUp): Promise<ToldThread> {
  return db.transaction(async (tx) => {
    const { thread, answers, by } = await lockOwnTestimonial(tx, actor, input.thread);
    insist(canEdit(by, thread));
    const [due] = await tx
      .select({ now: sql<boolean>`told_at <= now() - make_interval(days => ${followUpDays[input.after]})` })
      .from(testimonials)
      .where(eq(testimonials.threadId, thread.id));
    if (!due?.now) throw new Refusal("too_early");
    await insistOnVoice(tx, actor);
    const { hold, flag, worry } = await screenWords(tx, actor, {
      text: `${input.note}\n\n${input.unwantedText}`,
      addedTo: await toldBefore(tx, input),
      seen: input.seen,
    });
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    // Its testimonial stands already, and a part of it cannot wait alone: moderators are told instead.
    await askModerators(tx, { threadId: thread.id, commentId: null }, { hold: [], flag: [...hold, ...flag], worry });
    const told = {
      ...storedOutcome(input),
      note: input.note,
      noteHtml: renderMarkdown(input.note),
      pipeline: pipelineVersion,
    };
    await tx
      .insert(followUps)
      .values({ threadId: thread.id, after: input.after, ...told })
      .onConflictDoUpdate({ target: [followUps.threadId, followUps.after], set: told });
    await dropDraft(tx, actor, input.draft);
    const event = { kind: "follow_up_told", actorId: by.memberId, threadId: thread.id, detail: { after: input.after } };
    await recordEvent(tx, event, tagsOfThread(thread));
    return { id: thread.id, kind: thread.kind, slug: thread.slug, shown: answers.shownAt !== null, held: false };
  });
}

/** The words that this takes the place of. */
async function toldBefore(tx: Transaction, { thread, after }: FollowUp): Promise<string> {
  const [before] = await tx
    .select({ note: followUps.note, unwantedText: followUps.unwantedText })
    .from(followUps)
    .where(and(eq(followUps.threadId, thread), eq(followUps.after, after)));
  return before ? `${before.note}\n\n${before.unwantedText}` : "";
}
