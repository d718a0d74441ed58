import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, decisionTemplates } from "@/db/schema";
import { fillReference } from "@/db/seed/reference";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aWord } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { addTemplate, type NewTemplate } from "./add-template";
import { editTemplate } from "./edit-template";
import { getTemplate, listTemplates } from "./queries-templates";
import { retireTemplate } from "./retire-template";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const aText = (given: Partial<NewTemplate> = {}): NewTemplate => ({
  name: aWord(),
  kind: "hide",
  rule: "kindness",
  body: "Please say it in other words.",
  ...given,
});
const actsOn = async (id: number) =>
  (
    await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `template:${id}`))
  ).map(({ act, detail }) => ({ act, detail }));

it("adds a text after the others, with a line in the log", async () => {
  const moderator = await aModerator();
  const first = await addTemplate(moderator, aText());
  const text = aText({ kind: "warn" });
  const { id } = await addTemplate(moderator, text);
  expect(await getTemplate(id)).toEqual({ id, ...text });
  const ids = (await listTemplates()).map((each) => each.id);
  expect(ids.slice(-2)).toEqual([first.id, id]);
  expect(await actsOn(id)).toEqual([{ act: "template_add", detail: {} }]);
});

it("changes a text in its place, and keeps what it was", async () => {
  const moderator = await aModerator();
  const old = aText();
  const { id } = await addTemplate(moderator, old);
  await addTemplate(moderator, aText());
  const placeOf = async (wanted: number) => (await listTemplates()).findIndex((each) => each.id === wanted);
  const place = await placeOf(id);
  const changed = await editTemplate(moderator, { ...old, template: id, body: "Please say it more kindly." });
  expect(await placeOf(changed.id)).toBe(place);
  expect(await getTemplate(id)).toBeNull();
  const [kept] = await db.select().from(decisionTemplates).where(eq(decisionTemplates.id, id));
  expect(kept).toMatchObject({ body: old.body, retiredAt: expect.any(Date) });
  expect(await actsOn(changed.id)).toEqual([{ act: "template_edit", detail: { replaces: id } }]);
});

it("lets one of two moderators change or retire it", async () => {
  const [ana, ben] = [await aModerator(), await aModerator()];
  const text = aText();
  const { id } = await addTemplate(ana, text);
  const attempts = [editTemplate(ana, { ...text, template: id }), editTemplate(ben, { ...text, template: id })];
  expect(await outcomesOf(attempts)).toEqual(["done", "template_gone"]);
  const [now] = (await listTemplates()).filter(({ name }) => name === text.name);
  expect(await outcomesOf([retireTemplate(ana, now?.id ?? 0), retireTemplate(ben, now?.id ?? 0)])).toEqual([
    "done",
    "template_gone",
  ]);
  expect((await listTemplates()).map(({ name }) => name)).not.toContain(text.name);
  expect(await actsOn(now?.id ?? 0)).toContainEqual({ act: "template_retire", detail: {} });
});

it("refuses a name that is taken, says so at the name, and frees it when the text is retired", async () => {
  const moderator = await aModerator();
  const [taken, other] = [aText(), aText()];
  const { id } = await addTemplate(moderator, taken);
  const { id: otherId } = await addTemplate(moderator, other);
  const again = { ...other, name: taken.name };
  expect(await refusalOf(addTemplate(moderator, again))).toMatchObject({ code: "template_name_taken", field: "name" });
  expect(await codeOf(editTemplate(moderator, { ...again, template: otherId }))).toBe("template_name_taken");
  expect(await getTemplate(otherId)).not.toBeNull();
  await retireTemplate(moderator, id);
  await editTemplate(moderator, { ...again, template: otherId });
});

it("refuses who is no moderator", async () => {
  const { id } = await addTemplate(await aModerator(), aText());
  for (const role of ["member", "provider", "editor"] as const) {
    const actor = actorOf(await aMember({ role }));
    expect(await codeOf(addTemplate(actor, aText()))).toBe("not_allowed");
    expect(await codeOf(editTemplate(actor, { ...aText(), template: id }))).toBe("not_allowed");
    expect(await codeOf(retireTemplate(actor, id))).toBe("not_allowed");
  }
  expect(await getTemplate(id)).not.toBeNull();
});

it("begins with texts of its own, once: what staff retired stays retired", async () => {
  await db.delete(decisionTemplates);
  await fillReference(db);
  const first = await listTemplates();
  expect(first.length).toBeGreaterThanOrEqual(12);
  expect(new Set(first.map(({ rule }) => rule)).size).toBeGreaterThan(6);
  await db.execute(sql`UPDATE decision_templates SET retired_at = now()`);
  await fillReference(db);
  expect(await listTemplates()).toEqual([]);
});
