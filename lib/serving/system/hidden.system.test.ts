import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { decideCase } from "@/lib/moderation/decide-case";
import type { Measure } from "@/lib/moderation/schema";
import { actorOf } from "@/lib/testing/actors";
import { crawl } from "@/lib/testing/crawl";
import { aComment, aMember, aPost, aTechnique, aTestimonial, aWord, type Member } from "@/lib/testing/factories";
import { lastingText } from "@/lib/testing/page-text";
import { aCase, caseRow } from "@/lib/testing/reports";
import { startServer, type Server } from "@/lib/testing/servers";
import { signedIn } from "@/lib/testing/signed-in";

/** What people are promised. */
const withinMs = 5000;

let server: Server;
let moderator: Member;
const readers: Record<string, string>[] = [{}];
beforeAll(async () => {
  server = await startServer();
  moderator = await aMember({ role: "moderator" });
  readers.push((await signedIn((await aMember()).accountId)).cookies);
});
afterAll(() => server?.stop());

/** With its own page, where no list leads to it. */
type About = Parameters<typeof aCase>[0] & { page?: string };

async function decide(about: About, measure: Measure): Promise<void> {
  const { id } = await aCase(about);
  const { version } = await caseRow(id);
  const decision = { measure, rule: "kindness", reason: "It is unkind to the person." } as const;
  await decideCase(actorOf(moderator), { case: id, version, ...decision });
}

/** Every page of a reader that a link leads to from where the thing could stand, without what is new in each answer. */
async function lookAround(starts: string[], cookies: Record<string, string>): Promise<Map<string, string>> {
  const seen = await crawl(server, starts, cookies);
  return new Map([...seen].map(([path, answer]) => [path, lastingText(answer)]));
}

async function again(paths: Iterable<string>, cookies: Record<string, string>): Promise<Map<string, string>> {
  const answers = await Promise.all(
    [...paths].map(async (path) => [path, lastingText(await server.ask(path, { cookies }))] as const),
  );
  return new Map(answers);
}

const holding = (pages: Map<string, string>, words: string[]) =>
  [...pages].filter(([, text]) => words.some((word) => text.includes(word))).map(([path]) => path);

/** Where the thing stands, and nothing that other tests change at the same time. */
async function aPlace(make: (word: string, technique: Awaited<ReturnType<typeof aTechnique>>) => Promise<About>) {
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
  return { word, about, starts };
}

type Make = Parameters<typeof aPlace>[0];

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

describe("taken away", () => {
  it.each(things)(
    "%s (%s) is gone everywhere within five seconds, and comes back as it was",
    async (_name, measure, make) => {
      const { word, about, starts } = await aPlace(make);
      const look = () => Promise.all(readers.map((cookies) => lookAround(starts, cookies)));
      // Lists may be a second old once, so the first look makes them anew.
      await look();
      const before = await look();
      for (const pages of before) expect(holding(pages, [word])).not.toEqual([]);
      const stands = before.map((pages) => holding(pages, [word]));
      await decide(about, measure);
      await vi.waitFor(
        async () => {
          for (const [index, cookies] of readers.entries())
            expect(holding(await again(stands[index] ?? [], cookies), [word])).toEqual([]);
        },
        { timeout: withinMs, interval: 200 },
      );
      for (const cookies of readers) expect(holding(await lookAround(starts, cookies), [word])).toEqual([]);
      await decide(about, "restore");
      await vi.waitFor(
        async () => {
          for (const [index, cookies] of readers.entries()) {
            const now = await again(stands[index] ?? [], cookies);
            for (const [path, text] of now) expect([path, text]).toEqual([path, before[index]?.get(path)]);
          }
        },
        { timeout: withinMs, interval: 200 },
      );
    },
  );
});
