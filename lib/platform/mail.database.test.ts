import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailTroubles } from "@/db/schema";
import { aWord } from "@/lib/testing/factories";
import { startMailServer, type MailServer } from "@/lib/testing/mail-server";
import type { Mail } from "./mail";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [mail, trouble, unsubscribe] = await Promise.all([
    import("./mail"),
    import("./mail-trouble"),
    import("./unsubscribe"),
  ]);
  return { ...mail, ...trouble, ...unsubscribe };
}

afterAll(() => server.stop());
beforeEach(() => {
  server.received.length = 0;
});

const gone = "550 5.1.1 no such mailbox";
const full = "452 4.2.2 the mailbox is full";

const mailTo = (address: string, rest: Partial<Mail> = {}): Mail => ({
  to: { name: "", address },
  ...{ subject: "A mail", text: "Hello.\n", html: "<p>Hello.</p>" },
  ...rest,
});
const anAddress = () => `${aWord()}@example.org`;
const stateOf = async (address: string, messageId = aWord()) =>
  (await ours.trySending(mailTo(address), messageId)).state;
const scoreOf = async (address: string) => (await ours.getMailTrouble(address))?.score ?? 0;

describe("the headers", () => {
  it("of a list let a mail program take its reader off with one press", async () => {
    const href = ours.unsubscribeAddress({ list: "newsletter", id: 123_456_789 });
    await ours.sendMail(mailTo(anAddress(), { unsubscribe: { list: "newsletter", href } }), "a-mail");
    const [mail] = server.received;
    const lines = mail?.headerLines.map(({ line }) => line) ?? [];
    expect(lines).toContain(`List-Unsubscribe: <${href}>`);
    expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(lines.map((line) => line.toLowerCase())).toContain("list-id: <newsletter.localhost>");
    expect(mail?.messageId).toBe("<a-mail@localhost>");
    expect(mail?.text).toContain("Hello.");
    expect(mail?.html).toContain("<p>Hello.</p>");
  });

  it("of any other mail name no list", async () => {
    await ours.sendMail(mailTo(anAddress()), "a-mail");
    const keys = server.received[0]?.headerLines.map(({ key }) => key) ?? [];
    expect(keys.filter((key) => key.startsWith("list-"))).toEqual([]);
    expect(keys).toContain("auto-submitted");
  });
});

describe("an address whose mails come back", () => {
  it("counts 2 for a refusal for good, and gets nothing any more from 4 on", async () => {
    const address = anAddress();
    server.refuseAddress(address, gone);
    expect(await stateOf(address)).toBe("bounced");
    expect(await ours.getMailTrouble(address)).toMatchObject({ score: 2, lastCode: 550, stopped: false });
    expect(await stateOf(address)).toBe("bounced");
    expect(await ours.getMailTrouble(address)).toMatchObject({ score: 4, stopped: true });
    server.refuseAddress(address, null);
    expect(await stateOf(address)).toBe("held_back");
    expect(await ours.sendMail(mailTo(address), aWord())).toBe(false);
    expect(server.received).toEqual([]);
  });

  it("counts 1 for a refusal for now, once for a mail however often it is tried", async () => {
    const address = anAddress();
    server.refuseAddress(address, full);
    for (let time = 0; time < 5; time += 1) {
      await expect(ours.sendMail(mailTo(address), "one-mail")).rejects.toThrow("mailbox is full");
    }
    expect(await scoreOf(address)).toBe(1);
    for (const each of ["two", "three"]) expect(await stateOf(address, each)).toBe("later");
    expect(await stateOf(address, "one-mail")).toBe("later");
    expect(await scoreOf(address)).toBe(3);
    expect(await stateOf(address, "four")).toBe("later");
    expect(await stateOf(address, "five")).toBe("held_back");
  });

  it("counts a mail that was refused after its words, too", async () => {
    const address = anAddress();
    server.refuse(1);
    expect(await stateOf(address, "a")).toBe("later");
    expect(await scoreOf(address)).toBe(1);
  });

  it("begins anew with a mail that arrives", async () => {
    const address = anAddress();
    server.refuseAddress(address, gone);
    await stateOf(address);
    server.refuseAddress(address, null);
    expect(await stateOf(address)).toBe("sent");
    expect(await ours.getMailTrouble(address)).toBeNull();
  });

  it("still gets a link to sign in, which may mend it", async () => {
    const address = anAddress();
    server.refuseAddress(address, gone);
    for (const each of ["one", "two"]) await stateOf(address, each);
    for (const each of ["three", "four", "five"]) {
      expect(await ours.trySending(mailTo(address, { despiteTrouble: true }), each)).toEqual({ state: "bounced" });
    }
    server.refuseAddress(address, null);
    expect(await ours.sendMail(mailTo(address, { despiteTrouble: true }), aWord())).toBe(true);
    expect(await scoreOf(address)).toBe(0);
    expect(await stateOf(address)).toBe("sent");
  });

  it("is tried again when its reader wants that", async () => {
    const address = anAddress();
    server.refuseAddress(address, gone);
    for (const each of ["one", "two"]) await stateOf(address, each);
    server.refuseAddress(address, null);
    await ours.forgetTrouble(address.toUpperCase());
    expect(await stateOf(address)).toBe("sent");
  });

  it("is another one than its neighbour, and stands nowhere in the table", async () => {
    const [address, neighbour] = [anAddress(), anAddress()];
    server.refuseAddress(address, gone);
    await stateOf(address);
    expect(await ours.getMailTrouble(neighbour)).toBeNull();
    const rows = await db.select().from(mailTroubles);
    expect(JSON.stringify(rows)).not.toContain(address.split("@")[0]);
  });

  it.each(["554 5.7.1 this server is on a block list", "550-5.7.26 not signed", "421 4.3.2 closing"])(
    "has nothing to do with: %s",
    async (answer) => {
      const address = anAddress();
      server.refuseAddress(address, answer.replace("-", " "));
      await expect(ours.trySending(mailTo(address), aWord())).rejects.toThrow();
      expect(await scoreOf(address)).toBe(0);
    },
  );

  it("is forgotten after half a year without another", async () => {
    const [old, recent] = [anAddress(), anAddress()];
    for (const address of [old, recent]) {
      server.refuseAddress(address, gone);
      await stateOf(address);
    }
    const [{ hash } = { hash: "" }] = await db.execute<{ hash: string }>(
      sql`SELECT address_hash AS hash FROM identity.mail_troubles ORDER BY last_at DESC OFFSET 1 LIMIT 1`,
    );
    await db.execute(
      sql`UPDATE identity.mail_troubles SET last_at = now() - interval '190 days' WHERE address_hash = ${hash}`,
    );
    await ours.forgetOldTroubles();
    expect([await scoreOf(old), await scoreOf(recent)]).toEqual([0, 2]);
  });
});

it("a mail server that does not answer is no address's fault", async () => {
  const address = anAddress();
  await server.stop();
  await expect(ours.trySending(mailTo(address), aWord())).rejects.toThrow();
  expect(await scoreOf(address)).toBe(0);
});
