import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { members, restrictions } from "@/db/schema";
import { aConversation, stateOf, undone } from "@/lib/testing/appealed";
import { aMember, aTechnique, aTestimonial } from "@/lib/testing/factories";
import type { NewDecision } from "./decide-case";

type Given = Partial<NewDecision>;

describe("a post is as it was", () => {
  it.each<[string, Given]>([
    ["hidden", { measure: "hide" }],
    ["removed", { measure: "remove" }],
    ["redacted", { measure: "redact", passage: "Dr Weiss", rule: "privacy" }],
    ["locked", { measure: "lock" }],
    ["slowed", { measure: "slow" }],
    ["asked to be edited", { measure: "ask_edit" }],
  ])("after it was %s", async (_name, given) => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    const tags = await undone({ thread }, author, given);
    expect(await stateOf(thread.id)).toEqual(before);
    expect(before.public[0].rows).toHaveLength(1);
    const lists = [`list:technique:${thread.techniqueId}`, `list:member:${author.id}`, "list:home"];
    for (const tag of [`thread:${thread.id}`, ...lists]) expect(tags).toContain(tag);
  });

  it("after it was moved, in the lists of both techniques", async () => {
    const { author, thread } = await aConversation();
    const [before, to] = [await stateOf(thread.id), await aTechnique()];
    const tags = await undone({ thread }, author, { measure: "move", technique: to.slug, rule: "on_topic" });
    expect(await stateOf(thread.id)).toEqual(before);
    for (const id of [thread.techniqueId, to.id]) expect(tags).toContain(`list:technique:${id}`);
  });
});

describe("a comment is as it was, and counted", () => {
  it.each<[string, Given]>([
    ["hidden", { measure: "hide" }],
    ["removed", { measure: "remove" }],
    ["redacted", { measure: "redact", passage: "Dr Weiss", rule: "privacy" }],
    ["asked to be edited", { measure: "ask_edit" }],
  ])("after it was %s", async (_name, given) => {
    const { other, thread, comment } = await aConversation();
    const before = await stateOf(thread.id);
    expect(before.thread?.commentCount).toBe(2);
    const tags = await undone({ thread, comment }, other, given);
    expect(await stateOf(thread.id)).toEqual(before);
    expect(tags).toContain(`thread:${thread.id}`);
  });
});

describe("a testimonial is as it was", () => {
  it.each<[string, Given]>([
    ["hidden", { measure: "hide" }],
    ["removed", { measure: "remove" }],
    ["redacted", { measure: "redact", passage: "Dr Weiss", rule: "privacy" }],
  ])("after it was %s", async (_name, given) => {
    const author = await aMember();
    const story = "It was calm, and Dr Weiss said so.";
    const html = { story, storyHtml: `<p>${story}</p>`, tip: "Ask Dr Weiss." };
    const told = await aTestimonial({ author, answers: html, excerpt: story });
    const before = await stateOf(told.id);
    const tags = await undone({ thread: told }, author, given);
    expect(await stateOf(told.id)).toEqual(before);
    expect(tags).toContain("list:testimonials");
  });
});

describe("a person is as they were", () => {
  it.each<[string, Given, boolean]>([
    ["reminded", { penalty: "remind" }, false],
    ["warned", { penalty: "warn" }, false],
    ["silenced", { penalty: "silence", days: 3 }, false],
    ["suspended", { penalty: "suspend", days: 7 }, false],
    ["banned", { penalty: "ban" }, false],
    ["kept from reporting", { penalty: "pause_reports", days: 7 }, true],
    ["kept from appealing", { penalty: "pause_appeals", days: 7 }, true],
  ])("after they were %s", async (_name, given, onProfile) => {
    const { author, thread } = await aConversation();
    const before = await stateOf(thread.id);
    await undone(onProfile ? { member: author } : { thread }, author, { measure: "keep", ...given });
    expect(await stateOf(thread.id)).toEqual(before);
    const held = await db
      .select()
      .from(restrictions)
      .where(sql`member_id = ${author.id} AND lifted_at IS NULL`);
    expect(held).toEqual([]);
  });

  it("after what they wrote about themselves was hidden", async () => {
    const member = await aMember({ bio: "I like walking.", bioHtml: "<p>I like walking.</p>" });
    const row = async () => (await db.select().from(members).where(eq(members.id, member.id)))[0];
    const before = await row();
    const tags = await undone({ member }, member, { measure: "hide" });
    expect(await row()).toEqual(before);
    expect(tags).toContain(`member:${member.id}`);
  });
});
