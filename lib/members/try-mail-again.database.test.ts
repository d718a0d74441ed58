import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { accounts } from "@/db/schema";
import { noteRefusal } from "@/lib/platform/mail-trouble";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aWord, type Member } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { getOwnMailTrouble } from "./queries";
import { tryMailAgain } from "./try-mail-again";

async function refuse(member: Member, times: number): Promise<void> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(eq(accounts.id, Number(member.accountId)));
  for (let time = 0; time < times; time += 1) {
    await noteRefusal(account?.email ?? "", { code: 550, messageId: aWord() });
  }
}

it("lets mails go to one's own address again, and to nobody else's", async () => {
  const [member, other] = [await aMember(), await aMember()];
  expect(await getOwnMailTrouble(member.id)).toBeNull();
  for (const each of [member, other]) await refuse(each, 2);
  expect(await getOwnMailTrouble(member.id)).toMatchObject({ stopped: true, lastCode: 550 });
  for (let time = 0; time < 2; time += 1) await tryMailAgain(actorOf(member));
  expect(await getOwnMailTrouble(member.id)).toBeNull();
  expect(await getOwnMailTrouble(other.id)).toMatchObject({ stopped: true });
});

it("is tried five times a day", async () => {
  const member = await aMember();
  for (let time = 0; time < 5; time += 1) await tryMailAgain(actorOf(member, { paced: true }));
  expect(await codeOf(tryMailAgain(actorOf(member, { paced: true })))).toBe("rate_limited");
});
