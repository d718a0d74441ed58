import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aPost, aTestimonial, daysAgo } from "@/lib/testing/factories";
import { ownAnswers } from "@/lib/testing/own-answers";
import { codeOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { editTestimonial } from "./edit-testimonial";
import { getTestimonial } from "./queries";

const changed = (thread: number, given: Record<string, string | string[]> = {}) => ({
  ...aTold({ story: "A month later it *is* better.", effect: "helped_a_little", ...given }),
  thread,
});

describe("editTestimonial", () => {
  it("changes the answers, and leaves the technique", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author });
    const tags = await purgedBy(() => editTestimonial(actorOf(author), changed(told.id, { audience: "members" })));
    expect(tags).toContain("list:testimonials");
    expect(tags).toContain(`thread:${told.id}`);
    const after = await threadRow(told.id);
    expect(after).toMatchObject({ techniqueId: told.techniqueId, audience: "members" });
    expect(after.editedAt).not.toBeNull();
    const answers = await ownAnswers(author, told.id);
    expect(answers?.storyHtml).toContain("<em>is</em>");
    expect(answers).toMatchObject({ techniqueId: told.techniqueId, effect: "helped_a_little" });
    expect(await eventsOf(told.id)).toEqual([{ kind: "testimonial_edited", actorId: author.id, detail: {} }]);
  });

  it("leaves every consent as it was", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["counted"] });
    await editTestimonial(actorOf(author), changed(told.id, { shown: "yes", counted: "", quoted: "yes" }));
    expect(await ownAnswers(author, told.id)).toMatchObject({ shownAt: null, quotedAt: null });
    expect((await ownAnswers(author, told.id))?.countedAt).toBeInstanceOf(Date);
  });

  it.each([
    ["held", { heldAt: daysAgo(1) }, "under_review"],
    ["locked", { lockedAt: daysAgo(1) }, "thread_locked"],
    ["hidden", { hiddenAt: daysAgo(1) }, "under_review"],
    ["removed", { removedAt: daysAgo(1) }, "not_found"],
    ["withdrawn", { withdrawnAt: daysAgo(1) }, "not_found"],
  ])("refuses one that is %s", async (_name, state, code) => {
    const author = await aMember();
    const told = await aTestimonial({ author, ...state });
    expect(await codeOf(editTestimonial(actorOf(author), changed(told.id)))).toBe(code);
    expect(await eventsOf(told.id)).toEqual([]);
  });

  it("refuses somebody else, a post, and what is not there", async () => {
    const author = await aMember();
    const told = await aTestimonial();
    expect(await codeOf(editTestimonial(actorOf(author), changed(told.id)))).toBe("not_yours");
    const post = await aPost({ author });
    for (const id of [post.id, 987_654_321]) {
      expect(await codeOf(editTestimonial(actorOf(author), changed(id)))).toBe("not_found");
    }
  });
});

describe("getTestimonial", () => {
  it("leaves out the answers that their author keeps off the page", async () => {
    const answers = { cost: "over_100" as const, weeks: 12, hiddenAnswers: ["cost" as const] };
    const told = await aTestimonial({ answers });
    expect(await getTestimonial(told.id)).toMatchObject({ cost: null, weeks: 12 });
  });
});
