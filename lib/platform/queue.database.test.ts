import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { taskList } from "@/lib/jobs/registry";
import { waitingJobs } from "@/lib/testing/rows";
import { addJob } from "./queue";

const payloads = async () => (await waitingJobs()).map(({ payload }) => payload);

describe("addJob", () => {
  it("puts a job there with the commit, and not before", async () => {
    await db.transaction(async (tx) => {
      await addJob(tx, "send_statement_mail", { statementId: 1 });
      expect(await payloads()).not.toContainEqual({ statementId: 1 });
    });
    expect(await payloads()).toContainEqual({ statementId: 1 });
  });

  it("leaves nothing after a rollback", async () => {
    const attempt = db.transaction(async (tx) => {
      await addJob(tx, "send_statement_mail", { statementId: 2 });
      throw new Error("taken back");
    });
    await expect(attempt).rejects.toThrow("taken back");
    expect(await payloads()).not.toContainEqual({ statementId: 2 });
  });

  it("replaces a waiting job of the same key", async () => {
    await addJob(db, "send_statement_mail", { statementId: 3 }, { jobKey: "one" });
    await addJob(db, "send_statement_mail", { statementId: 4 }, { jobKey: "one" });
    expect(await payloads()).toContainEqual({ statementId: 4 });
    expect(await payloads()).not.toContainEqual({ statementId: 3 });
  });

  it("only adds what somebody works off", async () => {
    for (const { task } of await waitingJobs()) expect(Object.keys(taskList)).toContain(task);
  });
});
