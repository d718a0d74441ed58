import { describe, expect, it } from "vitest";
import { usualRule } from "@/lib/moderation/labels-staff";
import { measuresFor, type Thing } from "@/lib/moderation/policy";
import { caseKeys, measureKeys } from "./key-list";

const post: Thing = {
  ...{
    subject: "thread",
    kind: "post",
    authorId: 9,
    authorRole: "member",
    persona: false,
    held: false,
    editHeld: false,
  },
  ...{ hidden: false, removed: false, withdrawn: false, locked: false, slowed: false, inForce: [] },
};
const states: Partial<Thing>[] = [
  {},
  { hidden: true },
  { removed: true },
  { withdrawn: true },
  { held: true },
  { editHeld: true },
  { locked: true, slowed: true },
  { subject: "comment", kind: "comment" },
  { subject: "profile", kind: "profile" },
];

describe("the keys of a case", () => {
  it.each(states)("are different for all that is offered: %j", (state) => {
    const offered = measuresFor({ ...post, ...state }).map((measure) => measureKeys[measure]);
    expect(new Set(offered).size).toBe(offered.length);
    for (const { keys } of caseKeys) expect(offered).not.toContain(keys);
  });

  it("begin with the rule that is usually meant", () => {
    expect(usualRule("keep", "spam")).toBe("none");
    expect(usualRule("remove", "harassment")).toBe("kindness");
    expect(usualRule("redact", "other")).toBe("privacy");
  });
});
