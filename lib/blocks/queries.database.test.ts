import { describe, expect, it } from "vitest";
import { listCommentsAfter } from "@/lib/comments/queries";
import { viewerOf } from "@/lib/testing/actors";
import { aBlock, aComment, aMember, aMute, aPost, aTechnique, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { getReportedAuthor, keepWanted, listQuiet } from "./queries";

describe("listQuiet", () => {
  it("lists what a member does not want to see, and nobody else's", async () => {
    const [ana, ben] = [await aMember(), await aMember()];
    const technique = await aTechnique();
    const thread = await aThread();
    await aBlock({ by: ana, of: ben });
    await aMute({ by: ana, technique });
    await aMute({ by: ana, thread });
    await aMute({ by: ana, word: "botox" });
    const carl = await aMember();
    await aMute({ by: ana, member: carl });
    expect(await listQuiet(ana.id)).toEqual({
      people: [{ id: ben.id, handle: ben.handle }],
      things: [
        { kind: "technique", id: technique.id, name: technique.name, href: `/techniques/${technique.slug}` },
        { kind: "thread", id: thread.id, name: thread.title, href: `/posts/${thread.id}/${thread.slug}` },
        { kind: "member", id: carl.id, name: carl.handle, href: `/members/${carl.handle}` },
      ],
      words: ["botox"],
    });
    expect(await listQuiet(ben.id)).toEqual({ people: [], things: [], words: [] });
  });

  it("does not tell the title of a thread that is gone", async () => {
    const ana = await aMember();
    const thread = await aThread({ hiddenAt: daysAgo(1) });
    await aMute({ by: ana, thread });
    expect((await listQuiet(ana.id)).things).toEqual([{ kind: "thread", id: thread.id, name: null, href: null }]);
  });
});

describe("keepWanted", () => {
  it("keeps from a member the comments of who is blocked and those with a muted word, but never their own", async () => {
    const [ana, ben, carl] = [await aMember(), await aMember(), await aMember()];
    await aBlock({ by: ana, of: ben });
    await aMute({ by: ana, word: "botox" });
    const thread = await aPost();
    await aComment({ thread, author: ben });
    await aComment({ thread, author: carl });
    await aComment({ thread, author: carl, body: "They offered Bótox." });
    await aComment({ thread, author: ana, body: "No botox for me." });
    await aComment({ thread, author: ben, withdrawnAt: daysAgo(1) });
    const dora = await aMember();
    await aMute({ by: ana, member: dora });
    await aComment({ thread, author: dora });
    const comments = await listCommentsAfter(thread.id, 0);
    const positions = async (viewer: Parameters<typeof keepWanted>[0]) =>
      (await keepWanted(viewer, comments)).map(({ position }) => position);
    expect(await positions(viewerOf(ana))).toEqual([2, 4, 5]);
    expect(await positions(viewerOf(ben))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await positions(null)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("getReportedAuthor", () => {
  it("names whose words were reported last, and whether they are blocked", async () => {
    const [ana, ben, carl] = [await aMember(), await aMember(), await aMember()];
    expect(await getReportedAuthor(ana.id)).toBeNull();
    await aCase({ thread: await aThread({ author: ben }), reporter: ana });
    const thread = await aThread({ author: ben });
    await aCase({ thread, comment: await aComment({ thread, author: carl }), reporter: ana });
    expect(await getReportedAuthor(ana.id)).toEqual({ id: carl.id, handle: carl.handle, blocked: false });
    await aBlock({ by: ana, of: carl });
    expect(await getReportedAuthor(ana.id)).toMatchObject({ blocked: true });
    expect(await getReportedAuthor(ben.id)).toBeNull();
  });

  it("names nobody for a story under a name made for it", async () => {
    const ana = await aMember();
    const persona = await aMember({ kind: "persona", handle: `someone_${ana.id}`, accountId: null });
    await aCase({ thread: await aThread({ author: persona }), reporter: ana });
    expect(await getReportedAuthor(ana.id)).toBeNull();
  });
});
