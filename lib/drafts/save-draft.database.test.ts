import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { drafts } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aDraft, aMember, aWord, type Member } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { clearDraft } from "./clear-draft";
import { mostDrafts, savingTurns } from "./limits";
import { getDraft } from "./queries";
import { saveDraft } from "./save-draft";
import { throwAwayDraft } from "./throw-away-draft";

const rowsOf = ({ id }: Member) => db.select().from(drafts).where(eq(drafts.memberId, id));
const wordsAt = async ({ id }: Member, place = "post") => (await getDraft(id, place))?.values.body?.[0];
const body = (words: string) => ({ body: [words] });
const aPage = () => ({ writer: aWord().padEnd(22, "x") });

describe("saveDraft", () => {
  it("keeps one draft for one open page, however often it saves", async () => {
    const author = await aMember();
    const page = aPage();
    const first = await aDraft({ author, ...page, values: body("One") });
    const second = await aDraft({ author, ...page, values: body("One two") });
    expect(second).toEqual({ id: first.id, version: 2 });
    expect(await wordsAt(author)).toBe("One two");
    expect(await rowsOf(author)).toHaveLength(1);
  });

  it("lets another page go on that saw the newest version", async () => {
    const author = await aMember();
    const draft = await aDraft({ author, values: body("On the phone") });
    expect(await aDraft({ author, draft, values: body("On the phone and the desk") })).toMatchObject({ id: draft.id });
    expect(await rowsOf(author)).toHaveLength(1);
  });

  it("keeps both when a page writes that has not seen the newest words", async () => {
    const author = await aMember();
    const [phone, desk] = [aPage(), aPage()];
    const draft = await aDraft({ author, ...phone, values: body("Begun") });
    await aDraft({ author, ...desk, draft, values: body("Begun, at the desk") });
    const beside = await aDraft({ author, ...phone, draft, values: body("Begun, on the phone") });
    expect(beside.id).not.toBe(draft.id);
    expect(await wordsAt(author)).toBe("Begun, on the phone");
    expect(await rowsOf(author)).toHaveLength(2);
    // From then on each goes on with its own.
    await aDraft({ author, ...desk, draft, values: body("Begun, at the desk, ended") });
    expect(await rowsOf(author)).toHaveLength(2);
    expect(await wordsAt(author)).toBe("Begun, at the desk, ended");
  });

  it("keeps both of two that go on at the same moment", async () => {
    const author = await aMember();
    const draft = await aDraft({ author });
    await Promise.all(["Ana", "Ben", "Cleo"].map((words) => aDraft({ author, draft, values: body(words) })));
    expect(await rowsOf(author)).toHaveLength(3);
  });

  it("keeps one when the same page saves twice at the same moment", async () => {
    const author = await aMember();
    const page = aPage();
    await Promise.all([1, 2, 3, 4].map((turn) => aDraft({ author, ...page, values: body(`${turn}`) })));
    expect(await rowsOf(author)).toHaveLength(1);
  });

  it("orders by when something was typed, also where it came later", async () => {
    const author = await aMember();
    await aDraft({ author, values: body("Today") });
    await aDraft({ author, values: body("Kept on a phone since yesterday"), ageSeconds: 86_400 });
    expect(await wordsAt(author)).toBe("Today");
    expect(await rowsOf(author)).toHaveLength(2);
  });

  it("touches nobody else's, whatever number is sent", async () => {
    const [ana, ben] = [await aMember(), await aMember()];
    const page = aPage();
    const draft = await aDraft({ author: ana, ...page, values: body("Hers") });
    await aDraft({ author: ben, ...page, draft, values: body("His") });
    await throwAwayDraft(actorOf(ben), draft.id);
    await clearDraft(actorOf(ben), { ...page, draft });
    expect(await wordsAt(ana)).toBe("Hers");
    expect(await getDraft(ben.id, "post")).toBeNull();
  });

  it(`keeps ${mostDrafts} of a member, and lets the oldest go`, async () => {
    const author = await aMember();
    const other = await aDraft({ author: await aMember() });
    const all = [];
    for (let age = mostDrafts + 2; age > 0; age -= 1) all.push(await aDraft({ author, ageSeconds: age * 60 }));
    const left = (await rowsOf(author)).map(({ id }) => id);
    expect(left.sort()).toEqual(
      all
        .slice(2)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await db.select().from(drafts).where(eq(drafts.id, other.id))).toHaveLength(1);
  });

  it("leaves nothing readable in the table", async () => {
    const author = await aMember();
    const secret = aWord();
    await aDraft({ author, place: "edit-testimonial-77", values: { story: [secret], effect: ["made_it_worse"] } });
    const [row] = await rowsOf(author);
    const told = JSON.stringify(row) + Buffer.from(row?.sealed ?? "", "base64url").toString("latin1");
    for (const word of [secret, "made_it_worse", "testimonial", "77,"]) expect(told).not.toContain(word);
  });

  it("opens for no other member, even if a row came to stand under their number", async () => {
    const [ana, ben] = [await aMember(), await aMember()];
    const { id } = await aDraft({ author: ana });
    await aDraft({ author: ben, values: body("His") });
    const [his] = await rowsOf(ben);
    await db
      .update(drafts)
      .set({ memberId: ben.id, place: his?.place ?? "" })
      .where(eq(drafts.id, id));
    expect(await wordsAt(ben)).not.toContain("I began");
  });

  it("is slowed down where a program saves", async () => {
    const author = await aMember();
    const paced = actorOf(author, { paced: true });
    const form = { place: "post", ...aPage(), draft: null, step: "", ageSeconds: 0, values: body("Words") };
    const { max } = savingTurns(author.id);
    for (let turn = 0; turn < max; turn += 1) await saveDraft(paced, form);
    expect(await codeOf(saveDraft(paced, form))).toBe("rate_limited");
  });
});

describe("clearDraft and throwAwayDraft", () => {
  it("let go what its own page emptied, and not what another one has saved since", async () => {
    const author = await aMember();
    const [phone, desk] = [aPage(), aPage()];
    const draft = await aDraft({ author, ...phone });
    await aDraft({ author, ...desk, draft, values: body("Newer") });
    await clearDraft(actorOf(author), { ...phone, draft });
    expect(await wordsAt(author)).toBe("Newer");
    await clearDraft(actorOf(author), { ...desk, draft: null });
    expect(await rowsOf(author)).toEqual([]);
  });

  it("do it twice as well as once", async () => {
    const author = await aMember();
    const { id } = await aDraft({ author });
    await throwAwayDraft(actorOf(author), id);
    await throwAwayDraft(actorOf(author), id);
    expect(await rowsOf(author)).toEqual([]);
  });
});
