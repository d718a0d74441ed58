import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { decideCase } from "@/lib/moderation/decide-case";
import type { Measure } from "@/lib/moderation/schema";
import { actorOf } from "@/lib/testing/actors";
import { crawl } from "@/lib/testing/crawl";
import {
  aComment,
  aMember,
  aPost,
  aTechnique,
  aTestimonial,
  aWord,
  type Member,
  type Technique,
} from "@/lib/testing/factories";
import { lastingText } from "@/lib/testing/page-text";
import { aCase, caseRow } from "@/lib/testing/reports";
import { startServer, type Server } from "@/lib/testing/servers";
import { signedIn } from "@/lib/testing/signed-in";

/** What people are promised. */
const withinMs = 5000;

/** With its own page, where no list leads to it. */
type About = Parameters<typeof aCase>[0] & { page?: string };

async function decide(about: About, measure: Measure): Promise<void> {
  const { id } = await aCase(about);
  const { version } = await caseRow(id);
  const decision = { measure, rule: "kindness", reason: "It is unkind to the person." } as const;
  await decideCase(actorOf(moderator), { case: id, version, ...decision });
}

type Pages = Map<string, string>;

/** Every page of a reader that a link leads to from where a thing could stand, without what is new in each answer. */
async function lookAround(cookies: Record<string, string>): Promise<Pages> {
  const starts = planted.flatMap((thing) => thing.starts);
  const seen = await crawl(server, starts, cookies);
  return new Map([...seen].map(([path, answer]) => [path, lastingText(answer)]));
}

async function again(paths: Iterable<string>, cookies: Record<string, string>): Promise<Pages> {
  const answers = await Promise.all(
    [...paths].map(async (path) => [path, lastingText(await server.ask(path, { cookies }))] as const),
  );
  return new Map(answers);
}

const holding = (pages: Pages, word: string) =>
  [...pages].filter(([, text]) => text.includes(word)).map(([path]) => path);

type Make = (word: string, technique: Technique) => Promise<About>;

/** A thing where nothing changes but what is decided about it, and every page of each reader that holds it. */
type Planted = { word: string; about: About; starts: string[]; before: Pages[] };

async function plant(make: Make): Promise<Planted> {
  const [word, technique] = [aWord(), await aTechnique()];
  const about = await make(word, technique);
  const starts = [
    "/",
    "/feed.xml",
    "/sitemap.xml",
    "/what-helped",
    `/techniques/${technique.slug}`,
    `/techniques/${technique.slug}/feed.xml`,
    ...(about.page ? [about.page] : []),
  ];
  return { word, about, starts, before: [] };
}

const words: [string, Make][] = [
  [
    "a post",
    async (word, technique) => ({
      thread: await aPost({ technique, title: `About ${word}`, body: `It was ${word}.` }),
    }),
  ],
  [
    "a comment",
    async (word, technique) => {
      const thread = await aPost({ technique });
      return { thread, comment: await aComment({ thread, body: word, bodyHtml: `<p>${word}</p>` }) };
    },
  ],
  [
    "a testimonial",
    async (word, technique) => ({
      thread: await aTestimonial({
        technique,
        title: `Told ${word}`,
        answers: { story: word, storyHtml: `<p>${word}</p>` },
      }),
    }),
  ],
];

const aBio: Make = async (word) => {
  const member = await aMember({ bio: word, bioHtml: `<p>${word}</p>` });
  return { member, page: `/members/${member.handle}` };
};
const things: [string, "hide" | "remove", Make][] = [
  ...words.map(([name, make]): (typeof things)[number] => [name, "hide", make]),
  ...words.map(([name, make]): (typeof things)[number] => [name, "remove", make]),
  ["what somebody wrote about themselves", "hide", aBio],
];
const planted: Planted[] = [];
const named = things.map(([name, measure], index) => [name, measure, () => planted[index] as Planted] as const);

let server: Server;
let moderator: Member;
const readers: Record<string, string>[] = [{}];
const lookAll = () => Promise.all(readers.map(lookAround));
beforeAll(async () => {
  moderator = await aMember({ role: "moderator" });
  readers.push((await signedIn((await aMember()).accountId)).cookies);
  for (const [, , make] of things) planted.push(await plant(make));
  server = await startServer();
  const seen = await lookAll();
  for (const thing of planted)
    thing.before = seen.map(
      (pages) => new Map(holding(pages, thing.word).map((path) => [path, pages.get(path) ?? ""])),
    );
});
afterAll(() => server?.stop());

/** Asks each reader's pages that held the thing, until they are as they should be. */
const soon = ({ before }: Planted, check: (now: Pages, before: Pages) => void) =>
  vi.waitFor(
    async () => {
      for (const [index, cookies] of readers.entries()) {
        const held: Pages = before[index] ?? new Map();
        check(await again(held.keys(), cookies), held);
      }
    },
    { timeout: withinMs, interval: 200 },
  );

it.each(named)("%s (%s) is gone everywhere within five seconds", async (_name, measure, its) => {
  const { word, about, before } = its();
  for (const pages of before) expect(pages.size).toBeGreaterThan(0);
  await decide(about, measure);
  await soon(its(), (now) => expect(holding(now, word)).toEqual([]));
});

it("no link leads to any of them", async () => {
  for (const pages of await lookAll())
    for (const [name, measure, its] of named)
      expect([name, measure, holding(pages, its().word)]).toEqual([name, measure, []]);
});

it.each(named)("%s (%s) is back everywhere within five seconds", async (_name, _measure, its) => {
  const { word, about } = its();
  await decide(about, "restore");
  await soon(its(), (now, before) => expect(holding(now, word)).toEqual([...before.keys()]));
});

it.each(named)("%s (%s) stands on pages that are all as they were", async (_name, _measure, its) => {
  await soon(its(), (now, before) => {
    for (const [path, text] of now) expect([path, text]).toEqual([path, before.get(path)]);
  });
});
