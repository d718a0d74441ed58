import { describe, expect, it } from "vitest";
import { forms } from "@/lib/testing/forms";
import { toldForm } from "@/lib/testing/told";

const unstorable = { "a NUL byte": "\u0000", "half of a character": "\uD83D", "the other half": "\uDE00" };

describe.each(Object.entries(forms))("the form of %s", (_name, { schema, good, texts }) => {
  const complaintsAbout = (values: object) => [
    ...new Set(schema.safeParse({ ...good, ...values }).error?.issues.map(({ path }) => String(path[0]))),
  ];

  it("takes what a browser sends", () => {
    expect(complaintsAbout({})).toEqual([]);
  });

  it.each(Object.entries(unstorable))("refuses %s in every field of words", (_what, bad) => {
    for (const field of Object.keys(texts)) {
      expect(complaintsAbout({ [field]: `${String(good[field])} for all of us ${bad} here` }), field).toContain(field);
    }
  });

  it.each(Object.entries(texts))("counts %s in characters, at both ends of what fits", (field, { min, max }) => {
    expect(complaintsAbout({ [field]: "é".repeat(max) })).toEqual([]);
    expect(complaintsAbout({ [field]: "é".repeat(max + 1) })).toEqual([field]);
    expect(complaintsAbout({ [field]: "😀".repeat(max) })).toEqual([]);
    expect(complaintsAbout({ [field]: "é".repeat(min) })).toEqual([]);
    if (min > 0) expect(complaintsAbout({ [field]: ` ${"é".repeat(min - 1)}\n ` })).toEqual([field]);
  });

  it("refuses a list, and nothing at all, where one text belongs", () => {
    for (const field of Object.keys(texts)) {
      expect(complaintsAbout({ [field]: ["one", "two"] })).toEqual([field]);
      expect(complaintsAbout({ [field]: undefined })).toEqual([field]);
    }
  });

  it("refuses ids that are none", () => {
    for (const field of ["thread", "comment", "case", "version"]) {
      // Comment 0 is the thread itself.
      if (!(field in good) || good[field] === "0") continue;
      for (const bad of ["", "0", "-1", "1.5", "abc", "1e400", "9007199254740993"]) {
        expect(complaintsAbout({ [field]: bad }), `${field} ${bad}`).toEqual([field]);
      }
    }
  });

  it("drops a form key that is not ours", () => {
    for (const key of ["'; --", "\u0000", "x".repeat(101)]) {
      expect(schema.parse({ ...good, key })).toMatchObject({ key: "" });
    }
  });
});

describe("the answers of a testimonial", () => {
  const schema = forms.tellWhatHelped?.schema;
  const refused = (given: Record<string, string | string[]>) =>
    schema?.safeParse(toldForm(given)).error?.issues.map(({ path }) => path[0]);

  it.each([
    ["no agreement at all", { shown: "" }, "shown"],
    ["a quote of what is not shown", { shown: "", counted: "yes", quoted: "yes" }, "quoted"],
    ["a place that is not on the list", { areas: ["neck", "knee"] }, "areas"],
    ["nothing unwanted together with something", { unwanted: ["none", "sore"] }, "unwanted"],
    ["no word about what was unwanted", { unwanted: "" }, "unwanted"],
    ["an effect that is not on the list", { effect: "cured" }, "effect"],
    ["a session of no length", { sessionMinutes: "0" }, "sessionMinutes"],
    ["a session of four hours", { sessionMinutes: "240" }, "sessionMinutes"],
    ["half a week", { weeks: "0.5" }, "weeks"],
    ["a negative number", { weeks: "-1" }, "weeks"],
    ["an ability that is not on the scale", { functionBefore: "4" }, "functionBefore"],
  ])("refuse %s", (_name, given, field) => {
    expect(refused(given)).toEqual([field]);
  });

  it("count one check box, several and a repeated one", () => {
    expect(schema?.parse(toldForm({ areas: "neck" }))).toMatchObject({ areas: ["neck"] });
    expect(schema?.parse(toldForm({ areas: ["neck", "neck", "jaw"] }))).toMatchObject({ areas: ["neck", "jaw"] });
  });
});

describe("names that are looked up in the database", () => {
  // Postgres refuses the byte itself, and the person would read that something broke on our side.
  it.each([
    ["startPost", "technique"],
    ["tellWhatHelped", "technique"],
    ["chooseHandle", "handle"],
    ["requestSignIn", "name"],
  ])("hold no NUL byte: %s, %s", (name, field) => {
    const form = forms[name];
    const refused = form?.schema.safeParse({ ...form.good, [field]: "shiatsu\u0000" }).error?.issues;
    expect(refused?.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe("a notice of illegal content", () => {
  const form = forms.sendNotice;
  const refused = (given: Record<string, string>) =>
    form?.schema.safeParse({ ...form.good, ...given }).error?.issues.map(({ path }) => path[0]);

  it.each([
    ["no name and no address", { name: " ", email: "" }, ["name", "email"]],
    ["no word of good faith", { goodFaith: "" }, ["goodFaith"]],
    ["another word of good faith", { goodFaith: "on" }, ["goodFaith"]],
    ["everything missing at once", { why: "", name: "", goodFaith: "" }, ["why", "name", "goodFaith"]],
    ["no good faith about a child either", { childAbuse: "yes", name: "", goodFaith: "" }, ["goodFaith"]],
  ])("with %s is refused", (_what, given, fields) => {
    expect(refused(given)).toEqual(fields);
  });

  it("about the abuse of a child needs no sender", () => {
    expect(form?.schema.parse({ ...form.good, childAbuse: "yes", name: "", email: "" })).toMatchObject({
      childAbuse: true,
      name: "",
      email: "",
    });
  });

  it("holds no line break but in its words", () => {
    const given = { address: "/posts/1\r\nBcc: x", name: "Ana\r\nBcc: x", email: "a@example.org\r\nBcc: x" };
    const parsed = form?.schema.parse({ ...form.good, ...given }) as Record<string, string>;
    expect([parsed.address, parsed.name, parsed.email].join()).not.toMatch(/[\r\n]/);
  });
});
