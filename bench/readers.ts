import { run, type Outcome, type Shot } from "./load";
import { sessionOf } from "./scale";

type Servers = { site: string; plain: string; path: string };
type Round = { rendered: Outcome; visitor: Outcome; member: Outcome };
type Against = { outcome: Outcome; ratio: number };
export type Compared = { rendered: Outcome; visitor: Against; member: Against };

const concurrency = 8;
const rounds = 5;
const counts = { rendered: 200, visitor: 4000, member: 2000 };
const warmUps = { rendered: 200, visitor: 2000, member: 2000 };
/** Members who have written nothing in this run. */
const readers = { first: 1801, count: 50 };

/**
 * Reads one page as Next renders it, as a visitor gets it and as members do. The three take turns, so that a machine
 * that is busy with something else for a while slows all of them; what counts are medians.
 */
export async function comparePages({ site, plain, path }: Servers): Promise<Compared> {
  const shot: Shot = { path, headers: { accept: "text/html" } };
  const zipped: Shot = { path, headers: { ...shot.headers, "accept-encoding": "gzip" } };
  const read = {
    rendered: (requests: number) => run({ origin: plain, requests, concurrency, status: 200, shot: () => shot }),
    visitor: (requests: number) => run({ origin: site, requests, concurrency, status: 200, shot: () => zipped }),
    member: (requests: number) =>
      run({ origin: site, requests, concurrency, status: 200, shot: () => asMember(zipped) }),
  };
  await requirePage(plain, shot, /id="comment-20"/);
  await requirePage(site, zipped, /data-viewer="visitor".*id="comment-20"/s);
  await requirePage(site, asMember(zipped), /data-viewer="member".*id="comment-20"/s);
  await read.rendered(warmUps.rendered);
  await read.visitor(warmUps.visitor);
  await read.member(warmUps.member);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rendered = await read.rendered(counts.rendered);
    const visitor = await read.visitor(counts.visitor);
    done.push({ rendered, visitor, member: await read.member(counts.member) });
  }
  const against = (who: "visitor" | "member"): Against => ({
    outcome: medianBy(
      done.map((round) => round[who]),
      ({ perSecond }) => perSecond,
    ),
    ratio: medianBy(
      done.map((round) => round[who].perSecond / round.rendered.perSecond),
      (ratio) => ratio,
    ),
  });
  return {
    rendered: medianBy(
      done.map((round) => round.rendered),
      ({ perSecond }) => perSecond,
    ),
    visitor: against("visitor"),
    member: against("member"),
  };
}

/** @throws Error for a page that is not what it should be: the wrong one might be very fast */
async function requirePage(server: string, { path, headers }: Shot, holds: RegExp): Promise<void> {
  const answer = await fetch(new URL(path, server), { headers: headers as Record<string, string> });
  if (!holds.test(await answer.text())) throw new Error(`${server}${path} (${answer.status}) does not hold ${holds}`);
}

function asMember(shot: Shot): Shot {
  const member = readers.first + Math.floor(Math.random() * readers.count);
  return { ...shot, headers: { ...shot.headers, cookie: `unknot-session=${sessionOf(member)}` } };
}

function medianBy<Item>(items: Item[], by: (item: Item) => number): Item {
  return items.sort((a, b) => by(a) - by(b))[Math.floor(items.length / 2)] as Item;
}
