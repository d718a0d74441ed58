import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** People are promised seven days; the job runs every night, so it takes what is six days old. */
const erasedAfterDays = 6;

/** Erases the words of what was withdrawn long enough ago. Numbers and dates stay, so that conversations keep their order. */
export async function eraseWithdrawn(): Promise<void> {
  const over = sql`withdrawn_at < now() - make_interval(days => ${erasedAfterDays})`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`UPDATE comments SET body = '', body_html = '' WHERE ${over} AND body <> ''`);
    await tx.execute(sql`DELETE FROM revisions r USING comments c WHERE c.id = r.comment_id AND c.${over}`);
    await tx.execute(sql`DELETE FROM revisions r USING threads t WHERE t.id = r.thread_id AND t.${over}`);
    for (const table of [sql`held_edits`, sql`redactions`]) {
      await tx.execute(sql`DELETE FROM ${table} r USING comments c WHERE c.id = r.comment_id AND c.${over}`);
      await tx.execute(sql`DELETE FROM ${table} r USING threads t WHERE t.id = r.thread_id AND t.${over}`);
    }
    await tx.execute(sql`DELETE FROM posts p USING threads t WHERE t.id = p.thread_id AND t.${over}`);
    await tx.execute(sql`DELETE FROM articles a USING threads t WHERE t.id = a.thread_id AND t.${over}`);
    await tx.execute(sql`SELECT health.erase_withdrawn(now() - make_interval(days => ${erasedAfterDays}))`);
    await tx.execute(
      sql`DELETE FROM identity.personas p USING threads t WHERE t.author_id = p.member_id AND t.${over}`,
    );
    await tx.execute(
      sql`UPDATE threads SET title = 'Withdrawn', slug = 'withdrawn-' || id, excerpt = '' WHERE ${over} AND slug <> 'withdrawn-' || id`,
    );
  });
}
