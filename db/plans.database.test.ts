import { beforeAll, expect, it } from "vitest";
import { listComments, listCommentsAfter } from "@/lib/comments/queries";
import { getFeed, getPageState, listFollowed } from "@/lib/follows/queries";
import { getStatement, listLog, listOwnReports, listQueue, listStatements } from "@/lib/moderation/queries";
import { lastListPage } from "@/lib/platform/pagination";
import { countReactions } from "@/lib/reactions/queries";
import { aCrowd, crowd } from "@/lib/testing/crowd";
import { daysAgo } from "@/lib/testing/factories";
import { plansOf } from "@/lib/testing/plans";
import { getThread, listNewestThreads, listThreads } from "@/lib/threads/queries";

let a = { member: 0, technique: 0, thread: 0 };

beforeAll(async () => {
  const { pool } = await import("@/db/client");
  for (const { indexname, indexdef } of await pool`SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%DESC NULLS LAST%'`) { await pool.unsafe(`DROP INDEX "${indexname}"`); await pool.unsafe(indexdef.replaceAll("DESC NULLS LAST", "DESC")); }
  a = await aCrowd();
}, 60_000);

const first = { page: 1 };
const last = { page: lastListPage };
const before = { before: { at: daysAgo(400), id: 1 } };

it.each<[string, () => Promise<unknown>]>([
  ["x", ()=>listThreads("public", {}, first)],
  ["xl", ()=>listThreads("public", {}, last)],
  ["xb", ()=>listThreads("public", {}, before)],
  ["t", ()=>listThreads("public", {techniqueId: a.technique}, first)],
  ["tl", ()=>listThreads("public", {techniqueId: a.technique}, last)],
  ["tk", ()=>listThreads("public", {techniqueId: a.technique, kind: "testimonial"}, first)],
  ["tkl", ()=>listThreads("public", {techniqueId: a.technique, kind: "testimonial"}, last)],
  ["k", ()=>listThreads("public", {kind: "testimonial"}, first)],
  ["kl", ()=>listThreads("public", {kind: "testimonial"}, last)],
  ["ka", ()=>listThreads("public", {kind: "article"}, first)],
  ["au", ()=>listThreads("public", {authorId: a.member}, first)],
  ["newest", ()=>listNewestThreads("public", 8)],
  ["feed", ()=>getFeed(a.member, null)],
  ["feedb", ()=>getFeed(a.member, before.before)],
  ["followed", ()=>listFollowed(a.member)],
  ["thread", ()=>getThread(a.thread, "public")],
  ["ps", ()=>getPageState({accountId:1, memberId:a.member, handle:"x", role:"member"}, {kind:"thread", id:a.thread})],
  ["com", ()=>listComments(a.thread, 1)],
  ["coma", ()=>listCommentsAfter(a.thread, 3)],
  ["react", ()=>countReactions(a.thread, 1, 20)],
  ["queue", ()=>listQueue(null)],
  ["log", ()=>listLog(null)],
  ["own", ()=>listOwnReports(a.member)],
  ["statements", ()=>listStatements(a.member)],
  ["statement", ()=>getStatement(a.member, 1)],
])("%s", async (name, run) => {
  const t = Date.now();
  await run(); const ms = Date.now()-t;
  for (const p of await plansOf(run)) console.log(name, ms, p.scanned, p.mostSorted, p.mostRead, p.text.replace(/\s+/g," ").slice(0, 60));
});
