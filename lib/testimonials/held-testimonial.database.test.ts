import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aFollowUp, aMember, aTechnique, aTestimonial, daysAgo, type Member } from "@/lib/testing/factories";
import { countsOf, ownAnswers } from "@/lib/testing/own-answers";
import { codeOf } from "@/lib/testing/refusals";
import { aRestriction } from "@/lib/testing/restrictions";
import { eventsOf, letPass, threadRow } from "@/lib/testing/rows";
import { askedAbout, aWatchedPhrase, codesAbout } from "@/lib/testing/screening";
import { aTold } from "@/lib/testing/told";
import { editTestimonial } from "./edit-testimonial";
import { listOwnTestimonials } from "./queries";
import { followUpSchema } from "./schema";
import { tellFollowUp } from "./tell-follow-up";
import { tellWhatHelped } from "./tell-what-helped";

const at = (member: Member) => actorOf(member, { paced: true });
const aNewcomer = () => aMember({ joinedAt: daysAgo(1) });
const tell = async (member: Member, given: Record<string, string> = {}) =>
  tellWhatHelped(at(member), aTold({ technique: (await aTechnique()).slug, counted: "yes", ...given }));

describe("a newcomer's first testimonial", () => {
  it("waits: nobody sees it, it does not count, and moderators are asked", async () => {
    const member = await aNewcomer();
    let told = { id: 0, held: false, shown: true };
    const tags = await purgedBy(async () => {
      told = await tell(member);
    });
    expect(told).toMatchObject({ held: true, shown: false });
    expect(tags).toEqual([]);
    const row = await threadRow(told.id);
    expect(row.visible).toBe(false);
    expect(await countsOf(Number(row.techniqueId))).toEqual({});
    expect(await askedAbout(told.id)).toMatchObject([{ reason: "other", signs: [{ code: "first_testimonial" }] }]);
    expect((await eventsOf(told.id)).map(({ kind }) => kind)).toEqual(["testimonial_held"]);
    expect(await listOwnTestimonials(member.id)).toMatchObject([{ id: told.id, state: "held" }]);
  });

  it("is each one until one stands, under whichever name", async () => {
    const member = await aNewcomer();
    expect((await tell(member, { naming: "once" })).held).toBe(true);
    await letPass(`thread:${member.id}`);
    expect((await tell(member)).held).toBe(true);
    const welcomed = await aNewcomer();
    await aTestimonial({ author: welcomed });
    expect((await tell(welcomed)).held).toBe(false);
  });

  it("has one case with all that was noticed, and a campaign is its reason", async () => {
    const story = "I went to her twice a month since spring, and every time the tight band came loose for some days.";
    await tell(await aMember(), { story });
    const technique = (await aTechnique()).slug;
    await tellWhatHelped(at(await aMember()), aTold({ technique, story }), "192.0.2.1");
    const again = await tellWhatHelped(at(await aNewcomer()), aTold({ technique, story }), "192.0.2.2");
    expect(await askedAbout(again.id)).toHaveLength(1);
    expect(await askedAbout(again.id)).toMatchObject([
      { reason: "promotion", signs: [{ code: "first_testimonial" }, { code: "wording" }] },
    ]);
  });
});

describe("what else makes a testimonial wait", () => {
  it.each(["title", "story", "tip", "unwantedText"])("a phrase in its %s", async (field) => {
    const { phrase } = await aWatchedPhrase();
    const told = await tell(await aMember(), { [field]: `It is ${phrase} to me` });
    expect(told.held).toBe(true);
    expect(await codesAbout(told.id)).toEqual(["phrase"]);
  });

  it("no words of despair: they appear, and the case is urgent", async () => {
    const told = await tell(await aMember(), { story: "Nothing helps, and I want to die.", seen: "crisis" });
    expect(told).toMatchObject({ held: false, shown: true });
    expect(await askedAbout(told.id)).toMatchObject([{ reason: "worried_about_person" }]);
  });
});

describe("an edit of a testimonial", () => {
  const change = (thread: number, given: Record<string, string> = {}) => ({ ...aTold(given), thread });
  const link = { story: "It is all told at elsewhere.example.com" };

  it("that adds a link later than a day makes all of it wait, and no longer count", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted"], publishedAt: daysAgo(3) });
    const tags = await purgedBy(async () => {
      expect(await editTestimonial(at(author), change(told.id, link))).toMatchObject({ held: true, shown: false });
    });
    expect(tags).toContain(`thread:${told.id}`);
    expect(await threadRow(told.id)).toMatchObject({ visible: false });
    expect(await countsOf(Number(told.techniqueId))).toEqual({});
    expect(await ownAnswers(author, told.id)).toMatchObject(link);
    expect(await codesAbout(told.id)).toEqual(["late_link"]);
  });

  it("that adds none stands at once", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, publishedAt: daysAgo(3), answers: link });
    const edited = await editTestimonial(at(author), change(told.id, { story: `${link.story}, and more.` }));
    expect(edited).toMatchObject({ held: false, shown: true });
    expect(await codesAbout(told.id)).toEqual([]);
  });

  it("that a moderator asked for tells them", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, editAskedAt: daysAgo(1) });
    await editTestimonial(at(author), change(told.id));
    expect(await threadRow(told.id)).toMatchObject({ editAskedAt: null, visible: true });
    expect(await codesAbout(told.id)).toEqual(["edited_as_asked"]);
  });
});

describe("a follow-up", () => {
  const later = (thread: number, given: Record<string, string>) =>
    followUpSchema.parse({
      thread: String(thread),
      after: "30_days",
      effect: "no_change",
      unwanted: "none",
      unwantedText: "",
      note: "",
      ...given,
    });

  it("stands at once, and moderators are told of a phrase in it", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
    const { phrase } = await aWatchedPhrase();
    expect(await tellFollowUp(at(author), later(told.id, { note: `About ${phrase}.` }))).toMatchObject({ held: false });
    expect(await threadRow(told.id)).toMatchObject({ visible: true });
    expect(await askedAbout(told.id)).toMatchObject([{ reason: "other", signs: [{ code: "phrase" }] }]);
    await tellFollowUp(at(author), later(told.id, { note: `Still about ${phrase}.` }));
    expect(await askedAbout(told.id)).toHaveLength(1);
  });

  it("with words of despair is looked after at once", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
    await aFollowUp({ thread: told, after: "90_days" });
    await tellFollowUp(at(author), later(told.id, { note: "I want to die.", seen: "crisis" }));
    expect(await askedAbout(told.id)).toMatchObject([{ reason: "worried_about_person" }]);
  });
});

it("nobody who may not speak tells, changes or adds anything", async () => {
  const author = await aMember();
  const told = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
  await aRestriction({ member: author, kind: "silence" });
  expect(await codeOf(tell(author))).toBe("silenced");
  expect(await codeOf(editTestimonial(at(author), { ...aTold(), thread: told.id }))).toBe("silenced");
  const followUp = { thread: String(told.id), after: "30_days", effect: "no_change", unwanted: "none" };
  const input = followUpSchema.parse({ ...followUp, unwantedText: "", note: "" });
  expect(await codeOf(tellFollowUp(at(author), input))).toBe("silenced");
});
