import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { db, type Database, type Transaction } from "@/db/client";
import { applicationRole } from "@/db/role";
import { auditLog } from "@/db/schema";
import { asOwner } from "@/lib/testing/as-owner";
import { countOf } from "@/lib/testing/rows";
import { tamperings } from "@/lib/testing/tampering";
import { audit } from "./audit";
import { verifyAudit, type NotedLine } from "./verify-audit";

const statementsOf = (text: string) => text.split(";").filter((each) => each.trim() !== "");

/** As the owner, with every trigger off. */
async function tamper(tx: Transaction, text: string): Promise<void> {
  await tx.execute(sql`SET LOCAL ROLE NONE`);
  await tx.execute(sql`SET LOCAL session_replication_role = replica`);
  for (const statement of statementsOf(text)) await tx.execute(sql.raw(statement));
}

const verify = (noted?: NotedLine) => db.transaction((tx) => verifyAudit(tx, noted));

class TakenBack extends Error {}

/** What is found after it, which is then taken back. */
async function foundAfter(text: string, noted?: NotedLine) {
  let report: Awaited<ReturnType<typeof verifyAudit>> | undefined;
  const tampering = db.transaction(async (tx) => {
    await tamper(tx, text);
    report = await verifyAudit(tx, noted);
    throw new TakenBack();
  });
  await expect(tampering).rejects.toThrow(TakenBack);
  return report?.faults ?? [];
}

let end: NotedLine | undefined;

beforeAll(async () => {
  await asOwner((tx) =>
    tamper(
      tx,
      `INSERT INTO audit_log (actor_id, act, subject, detail, created_at)
       SELECT n, 'case_dismiss', 'case:' || n, '{"decision": 1, "rule": "none"}', now() - n * interval '1 day' FROM generate_series(1, 3) n`,
    ),
  );
  for (let n = 1; n <= 10; n++) {
    const detail: Record<string, string | number | null> = n === 5 ? { rule: "safety", decision: 12, end: null } : {};
    await db.transaction((tx) => audit(tx, { actorId: n, act: `case_hide`, subject: `case:${n}`, detail }));
  }
  end = (await verify()).end ?? undefined;
});

describe("the log as it was written", () => {
  it("has no fault, and tells its end", async () => {
    const report = await verify(end);
    expect(report).toMatchObject({ lines: 10, faults: [], end: { seq: 10 } });
  });

  it.each([
    [
      "its details in another order",
      `UPDATE audit_log SET detail = '{"end": null, "decision": 12, "rule": "safety"}' WHERE seq = 5`,
    ],
    ["moved to other pages of the disk", "UPDATE audit_log SET act = act WHERE seq IN (2, 4, 6)"],
  ])("has none with %s", async (_name, text) => {
    expect(await foundAfter(text, end)).toEqual([]);
  });
});

describe("tampering", () => {
  it("is tried in 50 ways and more, each another one", () => {
    const ways = new Set(tamperings.map(([, text]) => text.replace(/\s+/g, " ")));
    expect(ways.size).toBe(tamperings.length);
    expect(ways.size).toBeGreaterThanOrEqual(50);
  });

  it.each(tamperings)("is found: %s", async (_name, text, found) => {
    const faults = await foundAfter(text, end);
    expect(faults.map(({ what }) => what).sort()).toEqual([...found].sort());
  });

  it("says where it is", async () => {
    expect(await foundAfter("UPDATE audit_log SET act = 'nothing' WHERE seq IN (4, 5, 7)")).toEqual([
      { what: "changed", from: 4, to: 5 },
      { what: "changed", from: 7, to: 7 },
    ]);
    expect(await foundAfter("DELETE FROM audit_log WHERE seq BETWEEN 3 AND 6")).toEqual([
      { what: "missing", from: 3, to: 6 },
    ]);
  });

  it("is left alone by everything after it", async () => {
    expect(await verify(end)).toMatchObject({ lines: 10, faults: [] });
  });
});

describe("writing", () => {
  it.each([
    "UPDATE audit_log SET act = 'nothing'",
    "DELETE FROM audit_log",
    "TRUNCATE audit_log",
    "DELETE FROM audit_head",
    "UPDATE audit_head SET mac = 'guessed'",
    "UPDATE audit_head SET seq = seq - 1",
  ])("refuses: %s", async (statement) => {
    // Not even its owner may.
    await expect(asOwner((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(db.execute(sql.raw(statement))).rejects.toThrow();
    expect((await verify(end)).faults).toEqual([]);
  });

  it.each([
    ["without a number", { seq: null, mac: null }],
    ["that does not follow the last", { seq: 50, mac: "x" }],
    ["with a number that is there", { seq: 10, mac: "x" }],
  ])("refuses a line %s", async (_name, given) => {
    const line = { ...given, actorId: 1, act: "a", subject: "b", detail: {} };
    await expect(db.insert(auditLog).values(line)).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  it("leaves no gap for what was taken back", async () => {
    const before = await countOf("audit_log");
    const attempt = db.transaction(async (tx) => {
      await audit(tx, { actorId: 1, act: "case_hide", subject: "case:2" });
      throw new Error("taken back");
    });
    await expect(attempt).rejects.toThrow("taken back");
    expect(await countOf("audit_log")).toBe(before);
    await db.transaction((tx) => audit(tx, { actorId: 1, act: "case_keep", subject: "case:2" }));
    expect(await verify(end)).toMatchObject({ lines: 11, faults: [], end: { seq: 11 } });
  });

  it("chains two lines of one transaction", async () => {
    await db.transaction(async (tx) => {
      await audit(tx, { actorId: 1, act: "case_hide", subject: "case:3" });
      await audit(tx, { actorId: 1, act: "member_warn", subject: "member:3" });
    });
    expect(await verify(end)).toMatchObject({ lines: 13, faults: [] });
  });

  it("keeps one order for twenty who write at once", async () => {
    const { lines } = await verify();
    const clients = Array.from({ length: 20 }, () =>
      postgres(process.env.DATABASE_URL ?? "", { max: 1, connection: { role: applicationRole } }),
    );
    const write = async (client: postgres.Sql, actorId: number) => {
      const own = drizzle(client) as unknown as Database;
      for (let n = 1; n <= 5; n++) {
        await own.transaction((tx) => audit(tx, { actorId, act: "case_hide", subject: `case:${n}`, detail: { n } }));
      }
    };
    await Promise.all(clients.map((client, index) => write(client, 100 + index)));
    await Promise.all(clients.map((client) => client.end()));
    const report = await verify(end);
    expect(report).toMatchObject({ lines: lines + 100, faults: [], end: { seq: lines + 100 } });
    const own = await db
      .select({ n: auditLog.detail })
      .from(auditLog)
      .where(sql`actor_id = 107`)
      .orderBy(auditLog.seq);
    expect(own.map(({ n }) => n.n)).toEqual([1, 2, 3, 4, 5]);
  });

  it("reads more lines than fit into one batch", async () => {
    await db.transaction(async (tx) => {
      for (let n = 1; n <= 1200; n++) await audit(tx, { actorId: 1, act: "case_hide", subject: `case:${n}` });
    });
    const report = await verify(end);
    expect(report.lines).toBeGreaterThan(1200);
    expect(report.faults).toEqual([]);
    expect(await foundAfter("UPDATE audit_log SET act = '' WHERE seq = 1001")).toEqual([
      { what: "changed", from: 1001, to: 1001 },
    ]);
  });
});
