import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aQuote, aTechnique, aTestimonial, aThread, aWord, daysAgo } from "@/lib/testing/factories";
import { countsOf, ownAnswers, ownLedger } from "@/lib/testing/own-answers";
import { codeOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow } from "@/lib/testing/rows";
import { changeConsent } from "./change-consent";
import { consents } from "./labels";
import { getTestimonial } from "./queries";
import { tellWhatHelped } from "./tell-what-helped";
import { aTold } from "@/lib/testing/told";

const change = (thread: { id: number }, purpose: "shown" | "counted" | "quoted", act: "given" | "withdrawn") => ({
  thread: thread.id,
  purpose,
  act,
});

describe("changeConsent", () => {
  it("takes the answers out of the numbers, and puts them back", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted"] });
    const technique = Number(told.techniqueId);
    expect((await countsOf(technique)).effect?.[""]).toBe(1);
    const tags = await purgedBy(() => changeConsent(actorOf(author), change(told, "counted", "withdrawn")));
    expect(tags).toContain("list:testimonials");
    expect(tags).toContain(`list:technique:${technique}`);
    expect(await countsOf(technique)).toEqual({});
    await changeConsent(actorOf(author), change(told, "counted", "given"));
    expect((await countsOf(technique)).effect?.[""]).toBe(1);
  });

  it("leaves no word of what is shown no longer", async () => {
    const [author, word] = [await aMember(), aWord()];
    const given = aTold({ technique: (await aTechnique()).slug, counted: "yes", story: word, tip: word, title: word });
    const told = await tellWhatHelped(actorOf(author), given);
    expect(JSON.stringify(await threadRow(told.id))).toContain(word);
    await changeConsent(actorOf(author), change(told, "shown", "withdrawn"));
    expect(JSON.stringify(await threadRow(told.id))).not.toContain(word);
    expect((await threadRow(told.id)).visible).toBe(false);
    expect(await getTestimonial(told.id)).toBeNull();
    await changeConsent(actorOf(author), change(told, "shown", "given"));
    expect(await threadRow(told.id)).toMatchObject({ visible: true, title: word, excerpt: word });
  });

  it("ends quoting with showing, and tells the articles", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted", "quoted"] });
    const article = await aThread({ kind: "article" });
    await aQuote({ testimonial: told, article });
    const tags = await purgedBy(() => changeConsent(actorOf(author), change(told, "shown", "withdrawn")));
    expect(tags).toContain(`thread:${article.id}`);
    expect(await ownAnswers(author, told.id)).toMatchObject({ shownAt: null, quotedAt: null });
  });

  it("writes each act into the ledger with its words, and a second press nothing", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted"] });
    for (const act of ["withdrawn", "withdrawn", "given"] as const) {
      await changeConsent(actorOf(author), change(told, "counted", act));
    }
    const written = (await ownLedger(author, told.id)).slice(2);
    expect(written.map(({ purpose, act, version, wording }) => [purpose, act, version, wording])).toEqual(
      (["withdrawn", "given"] as const).map((act) => [
        "counted",
        act,
        consents.counted.version,
        consents.counted.wording,
      ]),
    );
    expect((await eventsOf(told.id)).map(({ kind }) => kind)).toEqual(["consent_withdrawn", "consent_given"]);
  });

  it("withdraws what nothing is agreed to any more", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown"] });
    await changeConsent(actorOf(author), change(told, "shown", "withdrawn"));
    expect((await threadRow(told.id)).withdrawnAt).not.toBeNull();
    expect(await codeOf(changeConsent(actorOf(author), change(told, "shown", "given")))).toBe("not_found");
  });

  it("refuses to let be quoted what is not shown", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["counted"] });
    expect(await codeOf(changeConsent(actorOf(author), change(told, "quoted", "given")))).toBe("quoted_unshown");
  });

  it("is the author's alone, also for staff", async () => {
    const told = await aTestimonial({ agreed: ["shown", "counted"] });
    for (const role of ["member", "moderator", "admin"] as const) {
      const other = actorOf(await aMember({ role }));
      expect(await codeOf(changeConsent(other, change(told, "counted", "withdrawn")))).toBe("not_yours");
    }
  });

  it.each([
    ["locked", { lockedAt: daysAgo(1) }],
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["held", { heldAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
  ])("is possible while it is %s", async (_name, state) => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted"], ...state });
    await changeConsent(actorOf(author), change(told, "shown", "withdrawn"));
    expect((await ownAnswers(author, told.id))?.shownAt).toBeNull();
  });
});
