import { expect, it } from "vitest";
import { react } from "@/lib/reactions/react";
import { actorOf } from "@/lib/testing/actors";
import { aBlock, aComment, aMember, aMute, aThread, hoursAgo, type Member, type Thread } from "@/lib/testing/factories";
import { aNotification } from "@/lib/testing/notified";
import { countUnread, listNotifications } from "./queries";

async function anAuthor() {
  const author = await aMember();
  return { author, thread: await aThread({ author }) };
}

async function thanks(by: Member, author: Member, thread: Thread, kind: "thanks" | "hug") {
  await react(actorOf(by), { threadId: thread.id, position: 0, kind });
  await aNotification({ member: author, thread, actor: by, kind: "thanks" });
}

async function says(by: Member, author: Member, thread: Thread) {
  const { position } = await aComment({ thread, author: by });
  await aNotification({ member: author, thread, actor: by, position, kind: "reply" });
}

it("one thread is one card, which says who answered and who thanked, and counts as one", async () => {
  const { author, thread } = await anAuthor();
  const [ana, ben] = [await aMember(), await aMember()];
  await says(ana, author, thread);
  await thanks(ana, author, thread, "thanks");
  await thanks(ben, author, thread, "thanks");
  await says(ben, author, thread);
  const { rows } = await listNotifications(author.id);
  expect(rows).toMatchObject([
    {
      told: [
        { kind: "reply", count: 2, people: 2, names: [ben.handle, ana.handle] },
        { kind: "thanks", gesture: "thanks", people: 2, names: [ben.handle, ana.handle] },
      ],
      unread: true,
    },
  ]);
  expect(rows[0]?.href).toMatch(/#comment-1$/);
  expect(await countUnread([author.id])).toEqual(new Map([[author.id, 1]]));
});

it("different gestures are not called by the name of one of them", async () => {
  const { author, thread } = await anAuthor();
  await thanks(await aMember(), author, thread, "thanks");
  await thanks(await aMember(), author, thread, "hug");
  expect((await listNotifications(author.id)).rows).toMatchObject([{ told: [{ kind: "thanks", gesture: null }] }]);
});

it("what was read stands apart from what came after it", async () => {
  const { author, thread } = await anAuthor();
  const ana = await aMember();
  await aNotification({ member: author, thread, actor: ana, createdAt: hoursAgo(2), readAt: hoursAgo(1) });
  await says(ana, author, thread);
  expect((await listNotifications(author.id)).rows.map(({ unread }) => unread)).toEqual([true, false]);
});

it.each<[string, (given: { author: Member; thread: Thread; ana: Member }) => Promise<void>]>([
  ["blocked who did it", ({ author, ana }) => aBlock({ by: author, of: ana })],
  ["muted who did it", ({ author, ana }) => aMute({ by: author, member: ana })],
  ["muted the thread", ({ author, thread }) => aMute({ by: author, thread })],
])("nothing is listed or counted for somebody who %s", async (_name, quiet) => {
  const { author, thread } = await anAuthor();
  const [ana, ben] = [await aMember(), await aMember()];
  await says(ana, author, thread);
  await aNotification({ member: author, thread: await aThread(), actor: ben });
  await quiet({ author, thread, ana });
  expect((await listNotifications(author.id)).rows.flatMap(({ told }) => told).map(({ names }) => names)).toEqual([
    [ben.handle],
  ]);
  expect(await countUnread([author.id])).toEqual(new Map([[author.id, 1]]));
});
