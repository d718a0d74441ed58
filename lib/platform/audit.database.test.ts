import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember } from "@/lib/testing/factories";
import { countOf } from "@/lib/testing/rows";
import { audit } from "./audit";

describe("the audit log", () => {
  it.each(["UPDATE audit_log SET act = 'nothing'", "DELETE FROM audit_log", "TRUNCATE audit_log"])(
    "refuses: %s",
    async (statement) => {
      const { id } = await aMember({ role: "moderator" });
      await db.transaction((tx) => audit(tx, { actorId: id, act: "case_hide", subject: "case:1" }));
      const before = await countOf("audit_log");
      // Not even its owner may.
      await expect(asOwner((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({ cause: { code: "23001" } });
      await expect(db.execute(sql.raw(statement))).rejects.toThrow();
      expect(await countOf("audit_log")).toBe(before);
    },
  );

  it("forgets what was taken back", async () => {
    const before = await countOf("audit_log");
    const attempt = db.transaction(async (tx) => {
      await audit(tx, { actorId: 1, act: "case_hide", subject: "case:2" });
      throw new Error("taken back");
    });
    await expect(attempt).rejects.toThrow("taken back");
    expect(await countOf("audit_log")).toBe(before);
  });
});
