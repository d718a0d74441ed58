import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { newPageContext, runInPage } from "@/lib/serving/context";
import { heardDuring } from "@/lib/testing/announcements";
import { aThread } from "@/lib/testing/factories";
import { eventsOf } from "@/lib/testing/rows";
import { recordEvent } from "./events";

describe("recordEvent", () => {
  it("tells nobody anything after a rollback", async () => {
    const { id: threadId } = await aThread();
    const heard = await heardDuring(async () => {
      const attempt = db.transaction(async (tx) => {
        const tags = [`thread:${threadId}`];
        await recordEvent(tx, { kind: "tried", actorId: null, threadId }, tags, { thread: threadId, position: 1 });
        throw new Error("taken back");
      });
      await expect(attempt).rejects.toThrow("taken back");
    });
    expect(heard).toEqual({ purges: [], comments: [] });
    expect(await eventsOf(threadId)).toEqual([]);
  });

  it("notes the purge for the request under way, so that its reader waits for it", async () => {
    const { id: threadId } = await aThread();
    const page = newPageContext("members");
    const { purges } = await heardDuring(() =>
      runInPage(page, () =>
        db.transaction((tx) => recordEvent(tx, { kind: "done", actorId: null, threadId }, [`thread:${threadId}`])),
      ),
    );
    expect(page.announced).toEqual(purges.map(({ id }) => id));
    expect(page.announced).toHaveLength(1);
  });

  it("announces nothing when nothing is shown anywhere", async () => {
    const heard = await heardDuring(() =>
      db.transaction((tx) => recordEvent(tx, { kind: "silent", actorId: null, threadId: null }, [])),
    );
    expect(heard.purges).toEqual([]);
  });
});
