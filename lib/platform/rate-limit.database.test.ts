import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { letPass, usesOf } from "@/lib/testing/rows";
import { takeTurn } from "./rate-limit";

describe("takeTurn", () => {
  const rule = (key: string, max = 1) => [{ key, max, windowSeconds: 60 }];

  it("gives the use back when the transaction is taken back", async () => {
    const attempt = db.transaction(async (tx) => {
      await takeTurn(tx, rule("given-back"));
      throw new Error("something else went wrong");
    });
    await expect(attempt).rejects.toThrow("something else");
    expect(await usesOf("given-back")).toBe(0);
    await takeTurn(db, rule("given-back"));
  });

  it("gives back the first window's use when the second one is full", async () => {
    await takeTurn(db, rule("full"));
    const both = [...rule("first", 5), ...rule("full")];
    expect(await codeOf(db.transaction((tx) => takeTurn(tx, both)))).toBe("rate_limited");
    expect(await usesOf("first")).toBe(0);
  });

  it("lets exactly as many through as the rule says, at once", async () => {
    const turns = Array.from({ length: 12 }, () => db.transaction((tx) => takeTurn(tx, rule("at-once", 5))));
    expect((await outcomesOf(turns)).filter((outcome) => outcome === "done")).toHaveLength(5);
    expect(await usesOf("at-once")).toBe(5);
  });

  it("begins anew after the window", async () => {
    await takeTurn(db, rule("anew"));
    await letPass("anew");
    await takeTurn(db, rule("anew"));
    expect(await usesOf("anew")).toBe(1);
  });
});
