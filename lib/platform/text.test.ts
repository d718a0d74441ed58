import { describe, expect, it } from "vitest";
import { choicesField, formKeyField, idField, lengthOf, lineField, textField } from "./text";

const comment = textField("Your comment", { min: 2, max: 10 });

function sentence(
  schema: { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } },
  value: unknown,
) {
  return schema.safeParse(value).error?.issues[0]?.message;
}

describe("textField", () => {
  it("trims and makes line ends one kind", () => {
    expect(comment.parse("  a\r\nb\rc ")).toBe("a\nb\nc");
  });

  it("counts code points, not bytes or halves", () => {
    expect(lengthOf("🧶🧶")).toBe(2);
    expect(comment.parse("🧶".repeat(10))).toBe("🧶".repeat(10));
    expect(sentence(comment, "🧶".repeat(11))).toContain("11 characters, and 10 fit");
  });

  it.each([
    ["", "is empty"],
    [" \n ", "is empty"],
    ["a", "a little short"],
    ["a\u0000b", "cannot be stored"],
    ["a\ud800b", "cannot be stored"],
    ["\udc00ab", "cannot be stored"],
    [undefined, "is missing"],
    [["a", "b"], "is missing"],
    [7, "is missing"],
  ])("refuses %j in one sentence", (value, words) => {
    expect(sentence(comment, value)).toContain(words);
  });

  it("keeps whole surrogate pairs", () => {
    expect(comment.parse("ab\u{1F9F6}")).toBe("ab\u{1F9F6}");
  });
});

describe("lineField", () => {
  it("makes one line", () => {
    expect(lineField("The title", { min: 1, max: 20 }).parse(" a \n\t b ")).toBe("a b");
  });
});

describe("choicesField", () => {
  const areas = choicesField(["neck", "jaw"], "Choose from the list.");

  it.each([
    [undefined, []],
    ["", []],
    ["neck", ["neck"]],
    [
      ["neck", "jaw", "neck"],
      ["neck", "jaw"],
    ],
  ])("reads %j", (value, expected) => {
    expect(areas.parse(value)).toEqual(expected);
  });

  it("refuses what is not in the list", () => {
    expect(sentence(areas, ["neck", "elbow"])).toBe("Choose from the list.");
  });
});

describe("idField", () => {
  it.each(["", "0", "-1", "1.5", "9".repeat(30), "x", undefined, "1e999", ["1", "2"]])("refuses %j", (value) => {
    expect(idField.safeParse(value).success).toBe(false);
  });

  it("reads a number", () => {
    expect(idField.parse("42")).toBe(42);
  });
});

describe("formKeyField", () => {
  it("takes what is no key as none", () => {
    expect(formKeyField.parse("ab_-9")).toBe("ab_-9");
    expect(formKeyField.parse("<script>")).toBe("");
    expect(formKeyField.parse(undefined)).toBe("");
  });
});
