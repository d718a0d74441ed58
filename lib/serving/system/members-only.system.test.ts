import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { postComment } from "@/lib/comments/post-comment";
import { actorOf } from "@/lib/testing/actors";
import { crawl } from "@/lib/testing/crawl";
import { aComment, aMember, anAccount, aPost, aTechnique, aTestimonial, aWord } from "@/lib/testing/factories";
import { commentFormOf, sendForm } from "@/lib/testing/no-script-forms";
import { countOf } from "@/lib/testing/rows";
import { startServer, type Answer, type Server } from "@/lib/testing/servers";
import { manySignedIn, signedIn, type SignedIn } from "@/lib/testing/signed-in";

let server: Server;
let member: SignedIn;
let joining: SignedIn;

/** Words that stand nowhere but in what is for members only. */
const planted: string[] = [];
function plant(): string {
  const word = aWord();
  planted.push(word);
  return word;
}

/** The addresses of what is for members only, and those that may not even tell that it is there. */
const addresses: { page: string; id: number; near: string[] }[] = [];

/** A new member with a public post, who also writes for members: their page and its feed lead to both. */
async function somebodyWhoWrites() {
  const author = await aMember();
  const technique = await aTechnique();
  const shared = { author, technique, audience: "members" as const, excerpt: plant() };
  const titled = () => ({ ...shared, title: `About ${plant()}`, slug: `about-${plant()}` });
  const open = await aPost({ author, technique });
  const post = await aPost({ ...titled(), body: plant() });
  const story = plant();
  const tip = plant();
  const answers = { story, storyHtml: `<p>${story}</p>`, tip };
  const told = await aTestimonial({ ...titled(), answers });
  // More comments than one page holds, and one that came just now through the verb.
  for (const thread of [post, told]) {
    for (let n = 0; n < 22; n += 1) await aComment({ thread, body: plant() });
    const by = actorOf(await aMember());
    await postComment(by, { thread: thread.id, replyTo: 1, body: plant(), key: "" });
  }
  for (const { id, slug, kind } of [post, told]) {
    const [right, other] = kind === "testimonial" ? ["/what-helped", "/posts"] : ["/posts", "/what-helped"];
    const page = `${right}/${id}/${slug}`;
    const near = [`${page}?page=2`, `${right}/${id}/x`, `${other}/${id}/x`, `${right}/${id}`, `/articles/${slug}`];
    addresses.push({ page, id, near: [page, ...near, `${page}/`, `${page}?_rsc=1`] });
  }
  return {
    open,
    starts: [`/members/${author.handle}`, `/techniques/${technique.slug}`, `/techniques/${technique.slug}/feed.xml`],
  };
}

let open: { id: number; slug: string };
let starts: string[];

beforeAll(async () => {
  ({ open, starts } = await somebodyWhoWrites());
  server = await startServer();
  const [somebody] = await manySignedIn(1);
  if (!somebody) throw new Error("nobody could sign in");
  member = somebody;
  joining = await signedIn((await anAccount()).id);
});
afterAll(() => server?.stop());

const everything = ({ headers, body }: Answer) => JSON.stringify(headers) + body;
const leaksIn = (answer: Answer) => planted.filter((word) => everything(answer).includes(word));

it("is there for members: every planted word", async () => {
  const read = [...starts, "/", ...addresses.flatMap(({ page }) => [page, `${page}?page=2`])];
  const answers = await Promise.all(read.map((path) => server.ask(path, { cookies: member.cookies })));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const text = answers.map(everything).join("");
  expect(planted.filter((word) => !text.includes(word))).toEqual([]);
});

it("stands in no answer to a visitor, wherever the links lead", async () => {
  const seen = await crawl(server, ["/", "/sitemap.xml", "/feed.xml", "/robots.txt", "/dev/mailbox", ...starts]);
  const kinds = [
    "/posts/",
    "/what-helped/",
    "/articles/",
    "/members/",
    "/techniques/",
    "/what-helped?",
    "/me",
    "/auth/",
  ];
  const paths = [...seen.keys()];
  expect(kinds.filter((kind) => !paths.some((path) => path.startsWith(kind)))).toEqual([]);
  const [counted] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM threads WHERE visible AND audience = 'public'`,
  );
  const threads = [...seen].filter(
    ([path, { status }]) => status === 200 && /^\/(posts|what-helped|articles)\/[^?]+$/.test(path),
  );
  expect(threads.length).toBeGreaterThanOrEqual(counted?.count ?? 0);
  expect([...seen].filter(([, answer]) => leaksIn(answer).length > 0).map(([path]) => path)).toEqual([]);
  expect([...seen].filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([]);
});

it.each([
  ["a visitor", () => ({})],
  ["somebody without a handle", () => joining.cookies],
  ["an ended session", () => ({ "unknot-session": "x".repeat(43) })],
])("is not found by %s who knows its address, nor told from what never was", async (_who, cookiesOf) => {
  const never = await server.ask("/posts/987654321/x", { cookies: cookiesOf() });
  for (const { page, near } of addresses) {
    // A member's page is kept at this very moment.
    await server.ask(page, { cookies: member.cookies });
    for (const path of near) {
      const answer = await server.ask(path, { cookies: cookiesOf() });
      const led =
        answer.status === 308 ? await server.ask(String(answer.headers.location), { cookies: cookiesOf() }) : answer;
      expect([path, led.status]).toEqual([path, 404]);
      const own = planted.filter((word) => path.includes(word));
      expect(leaksIn(led).filter((word) => !own.includes(word))).toEqual([]);
      expect(led.body.match(/<title>[^<]*/)?.[0]).toBe(never.body.match(/<title>[^<]*/)?.[0]);
    }
  }
});

it("is not given to a visitor by what pages ask for later", async () => {
  for (const { id, page } of addresses) {
    for (const path of [`/api/threads/${id}/comments?after=0`, `/api/threads/${id}/live`]) {
      for (const cookies of [{}, joining.cookies]) {
        const answer = await server.ask(path, { cookies });
        expect([path, answer.status]).toEqual([path, 404]);
        expect(leaksIn(answer)).toEqual([]);
      }
    }
    const later = await server.ask(`/api/threads/${id}/comments?after=0`, { cookies: member.cookies });
    expect(later.status).toBe(200);
    expect(leaksIn(later).length).toBeGreaterThan(10);
    for (const path of [`/me/edit/post/${id}`, `/me/report?thread=${id}`, `/me/history?thread=${id}`, "/staff/queue"]) {
      const answer = await server.ask(path);
      expect([path, answer.status]).toEqual([path, 307]);
      expect(leaksIn(answer)).toEqual([]);
    }
    for (const name of ["next-router-prefetch", "next-router-segment-prefetch", "next-url"]) {
      const part = await server.ask(page, { headers: { rsc: "1", [name]: name === "next-url" ? page : "1" } });
      expect(part.status).toBe(404);
    }
  }
});

it("is not shown on the page that comes back after a form was refused", async () => {
  const page = `/posts/${open.id}/${open.slug}`;
  const form = commentFormOf((await server.ask(page, { cookies: member.cookies })).body);
  const before = await countOf("comments");
  for (const { id, page: hidden } of addresses) {
    const fields = { ...form, thread: String(id), body: "Let me in.", replyTo: "1" };
    for (const path of [hidden, page]) {
      for (const cookies of [{}, joining.cookies]) {
        const answer = await sendForm(server, { path, cookies, fields });
        expect(answer.status).toBeLessThan(500);
        const own = planted.filter((word) => path.includes(word));
        expect(leaksIn(answer).filter((word) => !own.includes(word))).toEqual([]);
      }
    }
  }
  expect(await countOf("comments")).toBe(before);
});
