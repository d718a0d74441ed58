import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { excerptOf, wordsOfHtml } from "@/lib/platform/markdown";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { dryRunDays, dryRunExamples, dryRunTexts } from "./limits";
import { foldWords, holdsPhrase } from "./phrases";

/** What a phrase would have caught. */
export type DryRun = {
  /** How far back it looked. */
  days: number;
  threads: number;
  comments: number;
  /** The newest ones. `href` is null for what cannot be read any more. */
  examples: { title: string; href: string | null; extract: string; at: Date }[];
  /** False when there were more texts than are read. */
  complete: boolean;
};

type Row = {
  id: string;
  at: string;
  thread_id: string;
  kind: string;
  slug: string;
  title: string;
  position: number | null;
  body: string;
  html: string;
  visible: boolean;
};

/** Rows that are read at once, so that others are served in between. */
const batch = 2000;

/** Titles belong to a thread's words; a testimonial has those that its author lets be shown. */
const sources: Record<"threads" | "comments", { from: SQL; words: (row: Row) => string[] }> = {
  threads: {
    from: sql`SELECT x.id, x.id AS thread_id, x.created_at, x.kind::text, x.slug, x.title, NULL::int AS position, x.visible,
        concat_ws(E'\n\n', p.body, s.story, s.tip, s.unwanted_text) AS body, concat(p.body_html, s.story_html) AS html
      FROM threads x LEFT JOIN posts p ON p.thread_id = x.id LEFT JOIN health.shown s ON s.thread_id = x.id
      WHERE x.withdrawn_at IS NULL AND x.kind <> 'article'`,
    words: ({ title, body, html }) => [`${title}\n\n${body}`, wordsOfHtml(html)],
  },
  comments: {
    from: sql`SELECT x.id, x.thread_id, x.created_at, t.kind::text, t.slug, t.title, x.position, x.visible AND t.visible AS visible,
        x.body, x.body_html AS html
      FROM comments x JOIN threads t ON t.id = x.thread_id WHERE x.withdrawn_at IS NULL`,
    words: ({ body, html }) => [body, wordsOfHtml(html)],
  },
};

/**
 * Looks for a phrase in everything of the last `dryRunDays` days that its author has not taken back, what was hidden or
 * removed since too. Keeps nothing.
 */
export async function tryPhrase(phrase: string): Promise<DryRun> {
  const [threads, comments] = [await runOver("threads", phrase), await runOver("comments", phrase)];
  const newest = [...threads.caught, ...comments.caught].sort((a, b) => Number(b.at) - Number(a.at));
  return {
    days: dryRunDays,
    threads: threads.count,
    comments: comments.count,
    examples: newest.slice(0, dryRunExamples).map(exampleOf),
    complete: threads.complete && comments.complete,
  };
}

async function runOver(source: keyof typeof sources, phrase: string) {
  const { words } = sources[source];
  const caught: Row[] = [];
  let [count, read] = [0, 0];
  let rows = await rowsBefore(source, null);
  while (rows.length > 0 && read < dryRunTexts) {
    for (const row of rows) {
      if (!words(row).some((text) => holdsPhrase(foldWords(text), phrase))) continue;
      count += 1;
      if (caught.length < dryRunExamples) caught.push(row);
    }
    read += rows.length;
    rows = rows.length < batch ? [] : await rowsBefore(source, rows.at(-1) ?? null);
  }
  return { caught, count, complete: rows.length === 0 };
}

/** The newest first, from where the last batch ended: along the index of the time, and never further back than it goes. */
async function rowsBefore(source: keyof typeof sources, last: Row | null): Promise<Row[]> {
  const older = last
    ? sql`AND (x.created_at, x.id) < (to_timestamp(${last.at}::numeric / 1000), ${last.id}::bigint)`
    : sql``;
  return db.execute<Row>(sql`
    SELECT r.*, extract(epoch FROM created_at) * 1000 AS at FROM (
      ${sources[source].from} AND x.created_at > now() - make_interval(days => ${dryRunDays}) ${older}
      ORDER BY x.created_at DESC, x.id DESC LIMIT ${batch}) AS r`);
}

function exampleOf(row: Row): DryRun["examples"][number] {
  const thread = { id: Number(row.thread_id), kind: row.kind, slug: row.slug };
  const href = row.position === null ? threadPath(thread) : commentPath(thread, row.position);
  return {
    title: row.title,
    href: row.visible ? href : null,
    extract: excerptOf(row.body),
    at: new Date(Number(row.at)),
  };
}
