import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { takeTurn } from "@/lib/platform/rate-limit";
import { mostDrafts, savingTurns } from "./limits";
import type { KeptForm } from "./schema";
import { placeSeal, sealDraft } from "./seal";

export type Saved = { id: number; version: number };

/**
 * Keeps what is filled in in an open form. The page that saved a draft last goes on with it, and so does one that saw its
 * newest version; every other page begins a draft of its own, so that no words take the place of words it never saw.
 */
export async function saveDraft({ memberId, paced }: Actor, form: Omit<KeptForm, "member">): Promise<Saved> {
  if (paced) await takeTurn(db, [savingTurns(memberId)]);
  const { place, writer, draft, step, values, ageSeconds } = form;
  const seal = placeSeal(memberId, place);
  const sealed = sealDraft(memberId, { place, step, values });
  const typedAt = sql`now() - make_interval(secs => ${ageSeconds}::double precision)`;
  const mine = sql`member_id = ${memberId}::bigint`;
  const [saved] = await db.execute<{ id: string; version: number }>(sql`
    WITH again AS (
      UPDATE drafts SET place = ${seal}, writer = ${writer}, version = version + 1, sealed = ${sealed}, saved_at = ${typedAt}
      WHERE ${mine} AND id = coalesce(
          (SELECT id FROM drafts WHERE ${mine} AND writer = ${writer}), ${draft?.id ?? null}::bigint)
        AND (writer = ${writer} OR version = ${draft?.version ?? 0}::integer)
      RETURNING id, version),
    anew AS (
      INSERT INTO drafts AS d (member_id, place, writer, sealed, saved_at)
      SELECT ${memberId}::bigint, ${seal}, ${writer}, ${sealed}, ${typedAt} WHERE NOT EXISTS (SELECT FROM again)
      ON CONFLICT (member_id, writer) DO UPDATE
        SET place = excluded.place, version = d.version + 1, sealed = excluded.sealed, saved_at = excluded.saved_at
      RETURNING id, version),
    over AS (
      DELETE FROM drafts WHERE EXISTS (SELECT FROM anew) AND id IN (
        SELECT id FROM drafts WHERE ${mine} ORDER BY saved_at DESC, id DESC OFFSET ${mostDrafts - 1}::integer))
    SELECT id, version FROM again UNION ALL SELECT id, version FROM anew`);
  if (!saved) throw new Error("the draft was not kept");
  return { id: Number(saved.id), version: saved.version };
}
