import { closeDatabase, pool } from "@/db/client";
import { hold, judge } from "./bounds";
import { addCases, caseCount, openCases } from "./cases";
import { postComments } from "./comments";
import { weigh } from "./pages";
import { comparePages, type Compared } from "./readers";
import { growToScale, refresh, scale } from "./scale";
import { findSubjects, pagesOf, type Subjects } from "./subjects";
import { printTable, tell } from "./table";
import { addTestimonials, askEveryFilter, testimonialCount } from "./testimonials";
import { postWhileSpreading, watcherCount } from "./watched";

/** What has to hold: pages against Next in the same run, and a write from the request to the committed answer. */
const bounds = {
  visitor: 40,
  member: 20,
  commentP99Ms: 100,
  filterP95Ms: 50,
  caseP95Ms: 150,
  spreading: 2,
  toldSeconds: 60,
  lockMs: 1000,
};

const site = process.env.BENCH_SITE ?? "";
const plain = process.env.BENCH_PLAIN ?? "";

tell(`Adding ${scale.threads} threads with ${scale.comments} comments to the sample…`);
await growToScale(pool);
tell("Measuring…");
const subjects = await findSubjects(pool);
reportReaders(await comparePages({ site, plain, path: subjects.thread }));
await measureComments(subjects);
await measureSpreading(subjects);
await measureWeights(subjects);
await measureFilters();
await measureCases();
await closeDatabase();
judge();

function reportReaders({ rendered, visitor, member }: Compared): void {
  const against = ({ ratio }: { ratio: number }, bound: number) => [`${ratio.toFixed(1)}x`, `at least ${bound}x`];
  printTable(
    ["A thread page with 20 comments", "per second", "p50 ms", "p99 ms", "ratio", "bound"],
    [
      ["Next renders it for each request", ...numbersOf(rendered), "1x", ""],
      ["Unknot, for visitors", ...numbersOf(visitor.outcome), ...against(visitor, bounds.visitor)],
      ["Unknot, for 50 signed-in members", ...numbersOf(member.outcome), ...against(member, bounds.member)],
    ],
  );
  hold(`pages for visitors: ${visitor.ratio.toFixed(1)}x`, visitor.ratio >= bounds.visitor);
  hold(`pages for members: ${member.ratio.toFixed(1)}x`, member.ratio >= bounds.member);
}

function membersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

async function measureComments({ thread, writtenIn }: Subjects): Promise<void> {
  const writing = { site, page: thread, threads: writtenIn, concurrency: 8 };
  // What a server does that has been up for a while: with one core, V8 is still compiling after two thousand of these.
  await postComments(pool, membersFrom(1601, 2400), writing);
  const outcome = await postComments(pool, membersFrom(1, 1600), writing);
  printTable(
    ["1600 comments, 8 at a time", "per second", "p50 ms", "p99 ms", "bound"],
    [["a form's post, answered after the commit", ...numbersOf(outcome), `p99 under ${bounds.commentP99Ms}`]],
  );
  hold(`posting a comment: p99 ${outcome.p99.toFixed(1)} ms`, outcome.p99 < bounds.commentP99Ms);
}

async function measureSpreading({ thread, writtenIn }: Subjects): Promise<void> {
  const [watched = 0, ...threads] = writtenIn;
  const writers: [number[], number[]] = [membersFrom(4001, 400), membersFrom(4401, 400)];
  const asked = { site, page: thread, threads, watched, writers };
  const { quiet, spreading, toldAfter, longestMs } = await postWhileSpreading(pool, asked);
  const ratio = spreading.p99 / quiet.p99;
  printTable(
    ["400 comments, 8 at a time", "per second", "p50 ms", "p99 ms", "ratio", "bound"],
    [
      ["in a quiet hour", ...numbersOf(quiet), "1x", ""],
      [
        `while ${watcherCount} people are told of one of them`,
        ...numbersOf(spreading),
        `${ratio.toFixed(1)}x`,
        `at most ${bounds.spreading}x`,
      ],
    ],
  );
  tell(`All were told after ${toldAfter.toFixed(1)} s; the longest transaction took ${longestMs.toFixed(0)} ms.`);
  hold(`posting while many are told: p99 ${ratio.toFixed(1)}x`, ratio <= bounds.spreading);
  hold(`telling ${watcherCount}: ${toldAfter.toFixed(1)} s`, toldAfter <= bounds.toldSeconds);
  hold(`telling many: a transaction of ${longestMs.toFixed(0)} ms`, longestMs <= bounds.lockMs);
}

async function measureWeights(subjects: Subjects): Promise<void> {
  const rows: string[][] = [];
  for (const [name, path] of pagesOf(subjects)) {
    const { html, javascript, requests } = await weigh(new URL(path, site));
    rows.push([name, (html / 1000).toFixed(1), (javascript / 1000).toFixed(1), String(requests)]);
  }
  printTable(["A first visit", "HTML kB gz", "JavaScript kB gz", "requests"], rows);
}

async function measureFilters(): Promise<void> {
  tell(`Adding ${testimonialCount} testimonials…`);
  await addTestimonials(pool);
  await refresh(pool);
  // Once before, so that every plan is made and every page of the tables is in memory.
  await askEveryFilter(pool);
  const times = await askEveryFilter(pool);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const p95 = at(0.95);
  printTable(
    [`/what-helped, ${times.length} filters, orders and techniques`, "p50 ms", "p95 ms", "slowest ms", "bound"],
    [
      [
        `numbers and list, at ${testimonialCount} testimonials`,
        at(0.5).toFixed(1),
        p95.toFixed(1),
        at(1).toFixed(1),
        `p95 under ${bounds.filterP95Ms}`,
      ],
    ],
  );
  hold(`filters of testimonials: p95 ${p95.toFixed(1)} ms`, p95 < bounds.filterP95Ms);
}

async function measureCases(): Promise<void> {
  tell(`Adding ${caseCount} cases…`);
  await addCases(pool);
  await refresh(pool);
  const { perSecond, p50, p95, p99 } = await openCases(pool, site);
  printTable(
    [`Opening one of ${caseCount} cases, 2 moderators at a time`, "per second", "p50 ms", "p95 ms", "p99 ms", "bound"],
    [
      [
        "the whole page, noted in the log",
        ...[perSecond.toFixed(0), p50.toFixed(1), p95.toFixed(1), p99.toFixed(1)],
        `p95 under ${bounds.caseP95Ms}`,
      ],
    ],
  );
  hold(`opening a case: p95 ${p95.toFixed(1)} ms`, p95 < bounds.caseP95Ms);
}

function numbersOf({ perSecond, p50, p99 }: Compared["rendered"]): string[] {
  return [perSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1)];
}
