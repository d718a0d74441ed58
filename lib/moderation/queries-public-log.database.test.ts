import { describe, expect, it } from "vitest";
import { threadsPerPage } from "@/lib/platform/pagination";
import { aDecision } from "@/lib/testing/decisions";
import { aMember, aThread } from "@/lib/testing/factories";
import { listPublicDecisions } from "./queries-public-log";

describe("the public log", () => {
  it("tells month, action, rule, role and whether it was taken back, and nothing else", async () => {
    const author = await aMember();
    await aDecision({
      author,
      kind: "lift",
      lifts: "silence",
      rule: "none",
      overturnedAt: new Date(),
      createdAt: new Date(),
    });
    const { rows } = await listPublicDecisions(null);
    expect(rows[0]).toEqual({
      month: new Date().toISOString().slice(0, 7),
      kind: "lift",
      lifts: "silence",
      rule: "none",
      by: "moderator",
      overturned: true,
    });
    const said = JSON.stringify(rows);
    expect(said).not.toContain(author.handle);
    expect(said).not.toContain("unkind");
  });

  it("goes on where a page ended, without a line twice or left out", async () => {
    const moderatorId = (await aMember({ role: "moderator" })).id;
    // All in one moment: they are told apart by what they end.
    const [thread, createdAt] = [await aThread(), new Date(Date.now() + 60_000)];
    const ended = ["lock", "slow", "silence"] as const;
    const made: string[] = [];
    for (let n = 0; n < threadsPerPage + 3; n++) {
      const lifts = ended[n % 3] ?? "lock";
      await aDecision({ thread, createdAt, moderatorId, kind: "lift", lifts });
      made.unshift(lifts);
    }
    const first = await listPublicDecisions(null);
    const second = await listPublicDecisions(first.older);
    expect(first.rows).toHaveLength(threadsPerPage);
    expect([...first.rows, ...second.rows].map(({ lifts }) => lifts).slice(0, made.length)).toEqual(made);
  });

  it("is empty behind a line that is gone", async () => {
    expect(await listPublicDecisions(999_999_999)).toEqual({ rows: [], older: null });
  });
});
