import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, aPost, aThread, daysAgo } from "@/lib/testing/factories";
import { aCase, aStatement } from "@/lib/testing/reports";
import { getCase } from "./queries-case";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));

describe("getCase", () => {
  it("shows the post, who reported it and what may be decided", async () => {
    const [post, reporter] = [await aPost(), await aMember()];
    const { id } = await aCase({ thread: post, reporter, reason: "harassment" });
    expect(await getCase(await aModerator(), id)).toMatchObject({
      id,
      closed: false,
      reason: "harassment",
      position: null,
      thread: { id: post.id, bodyHtml: `<p>${post.body}</p>` },
      reports: [{ handle: reporter.handle, reason: "harassment" }],
      history: [],
      measures: ["keep", "hide", "remove", "redact", "ask_edit", "move", "lock", "slow"],
    });
    expect(await getCase(await aModerator(), 987_654_321)).toBeNull();
  });

  it("counts what the author has written and been told", async () => {
    const author = await aMember();
    const thread = await aThread({ author });
    await aThread({ author });
    for (let n = 0; n < 3; n += 1) await aComment({ thread, author });
    await aComment({ thread });
    await aStatement({ thread });
    const { id } = await aCase({ thread });
    const view = await getCase(await aModerator(), id);
    expect(view?.author).toMatchObject({ handle: author.handle, threads: 2, comments: 3, decisions: 1 });
    expect(view?.history).toMatchObject([{ kind: "hide", rule: "kindness" }]);
  });

  it("shows two comments before and after the one that is meant", async () => {
    const thread = await aThread();
    const all = [];
    for (let n = 1; n <= 7; n += 1) all.push(await aComment({ thread, ...(n === 4 ? { hiddenAt: daysAgo(1) } : {}) }));
    const { id } = await aCase({ thread, comment: all[3] });
    const view = await getCase(await aModerator(), id);
    expect(view?.context.map(({ position, state }) => [position, state])).toEqual([
      [2, "shown"],
      [3, "shown"],
      [4, "hidden"],
      [5, "shown"],
      [6, "shown"],
    ]);
    expect(view?.position).toBe(4);
  });

  it("offers nothing to the author and to who reported it", async () => {
    const [author, reporter] = [await aMember({ role: "moderator" }), await aMember({ role: "admin" })];
    const { id } = await aCase({ thread: await aThread({ author }), reporter });
    for (const member of [author, reporter]) expect((await getCase(actorOf(member), id))?.measures).toEqual([]);
  });
});
