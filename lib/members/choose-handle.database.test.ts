import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, members } from "@/db/schema";
import { aMember, anAccount, aWord } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { waitingJobs } from "@/lib/testing/rows";
import { chooseHandle } from "./choose-handle";
import { claimFirstAdmin } from "./claim-first-admin";
import { inviteFirstAdmin } from "./invite-first-admin";

const memberOf = async (accountId: number) =>
  (await db.select().from(members).where(eq(members.accountId, accountId)))[0];
const handle = () => aWord().slice(0, 16);

describe("chooseHandle", () => {
  it("makes the account a member", async () => {
    const { id } = await anAccount();
    const wanted = handle();
    await chooseHandle(id, wanted);
    expect(await memberOf(id)).toMatchObject({ handle: wanted, role: "member" });
  });

  it("refuses a second one for an account, also at once", async () => {
    const { id } = await anAccount();
    const both = [handle(), handle()].map((wanted) => chooseHandle(id, wanted));
    expect(await outcomesOf(both)).toEqual(["done", "handle_chosen"]);
    expect(await codeOf(chooseHandle(id, handle()))).toBe("handle_chosen");
  });

  it.each([
    ["the same", "rose_of_may", "rose_of_may"],
    ["one with a digit for a letter", "hello_anna", "he110_anna"],
    ["one without the line", "mig_raine", "migraine"],
    ["one with rn for m", "samuel_b", "sarnuel_b"],
  ])("refuses one that looks like another: %s", async (_name, first, second) => {
    await chooseHandle((await anAccount()).id, first);
    const { id } = await anAccount();
    expect(await refusalOf(chooseHandle(id, second))).toMatchObject({ code: "handle_taken", field: "handle" });
    expect(await memberOf(id)).toBeUndefined();
  });

  it("gives one handle to one of two at once", async () => {
    const [one, other] = [await anAccount(), await anAccount()];
    const wanted = handle();
    const both = [one, other].map(({ id }) => chooseHandle(id, wanted));
    expect(await outcomesOf(both)).toEqual(["done", "handle_taken"]);
  });

  it("keeps offices free", async () => {
    const { id } = await anAccount();
    for (const wanted of ["admin", "adm1n", "moderator", "unknot"]) {
      expect(await codeOf(chooseHandle(id, wanted))).toBe("handle_reserved");
    }
  });

  it("refuses an account that is gone", async () => {
    expect(await codeOf(chooseHandle(987_654_321, handle()))).toBe("not_found");
  });
});

// One story: a community has no second first admin.
describe("the first admin", () => {
  it("is whoever opened the printed link, once", async () => {
    const [email, other] = [`${aWord()}@example.org`, `${aWord()}@example.org`];
    const link = new URL((await inviteFirstAdmin()) ?? "");
    const token = link.searchParams.get("token") ?? "";
    const claim = { token, email, name: "Ana", network: aWord() };
    expect(await codeOf(claimFirstAdmin({ ...claim, token: "guessed" }))).toBe("invitation_over");
    await claimFirstAdmin(claim);
    // Nobody finds the queue without a handle.
    expect((await waitingJobs()).map(({ payload }) => payload.next)).toContain("/auth/welcome?next=/staff/queue");
    const [ana, ben] = [await anAccount({ email }), await anAccount({ email: other })];
    await chooseHandle(ben.id, handle());
    expect(await memberOf(ben.id)).toMatchObject({ role: "member" });
    await chooseHandle(ana.id, handle());
    const admin = await memberOf(ana.id);
    expect(admin).toMatchObject({ role: "admin" });
    const log = await db.select().from(auditLog).where(eq(auditLog.act, "first_admin"));
    expect(log).toMatchObject([{ actorId: admin?.id }]);
    expect(await codeOf(claimFirstAdmin(claim))).toBe("invitation_over");
    expect(await inviteFirstAdmin()).toBeNull();
  });

  it("is nobody while there is another admin", async () => {
    await aMember({ role: "admin" });
    expect(await inviteFirstAdmin()).toBeNull();
  });
});
