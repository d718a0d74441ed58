import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/platform/policy";
import { actorOf } from "@/lib/testing/actors";
import { canComment, canEdit, canEditComment, canRead, canWithdraw } from "./policy";

const at = new Date("2026-01-01");
const stands = { hiddenAt: null, removedAt: null, withdrawnAt: null };
const comment = { ...stands, authorId: 1 };
const thread = { ...comment, lockedAt: null, audience: "public" as const };

const author = actorOf({ id: 1, handle: "ana", role: "member" });
const others = [
  actorOf({ id: 2, handle: "ben", role: "member" }),
  actorOf({ id: 3, handle: "eve", role: "moderator" }),
  actorOf({ id: 4, handle: "ida", role: "admin" }),
];

const said = (decision: Decision) => (decision.allowed ? "yes" : decision.code);

const states = {
  open: {},
  locked: { lockedAt: at },
  hidden: { hiddenAt: at },
  removed: { removedAt: at },
  held: { heldAt: at },
  unshown: { unshownAt: at },
  withdrawn: { withdrawnAt: at },
  "hidden, and its author was asked for a change": { hiddenAt: at, editAskedAt: at },
  "held, and its author was asked for a change": { heldAt: at, editAskedAt: at },
  "removed, and its author was asked for a change": { removedAt: at, editAskedAt: at },
  "hidden and locked": { hiddenAt: at, lockedAt: at },
  "hidden and removed": { hiddenAt: at, removedAt: at },
  "hidden and withdrawn": { hiddenAt: at, withdrawnAt: at },
} as const;

// What each person is told about a thread in each state, whatever its audience.
const table: [keyof typeof states, { comment: string; edit: string; editComment: string; withdraw: string }][] = [
  ["open", { comment: "yes", edit: "yes", editComment: "yes", withdraw: "yes" }],
  ["locked", { comment: "thread_locked", edit: "thread_locked", editComment: "thread_locked", withdraw: "yes" }],
  ["hidden", { comment: "not_found", edit: "under_review", editComment: "not_found", withdraw: "yes" }],
  ["removed", { comment: "not_found", edit: "not_found", editComment: "not_found", withdraw: "yes" }],
  ["held", { comment: "not_found", edit: "under_review", editComment: "not_found", withdraw: "yes" }],
  ["unshown", { comment: "not_found", edit: "yes", editComment: "not_found", withdraw: "yes" }],
  ["withdrawn", { comment: "not_found", edit: "not_found", editComment: "not_found", withdraw: "not_found" }],
  [
    "hidden, and its author was asked for a change",
    { comment: "not_found", edit: "yes", editComment: "not_found", withdraw: "yes" },
  ],
  [
    "held, and its author was asked for a change",
    { comment: "not_found", edit: "yes", editComment: "not_found", withdraw: "yes" },
  ],
  [
    "removed, and its author was asked for a change",
    { comment: "not_found", edit: "not_found", editComment: "not_found", withdraw: "yes" },
  ],
  ["hidden and locked", { comment: "not_found", edit: "under_review", editComment: "not_found", withdraw: "yes" }],
  ["hidden and removed", { comment: "not_found", edit: "not_found", editComment: "not_found", withdraw: "yes" }],
  [
    "hidden and withdrawn",
    { comment: "not_found", edit: "not_found", editComment: "not_found", withdraw: "not_found" },
  ],
];

describe.each(table)("a thread that is %s", (name, expected) => {
  const given = { ...thread, ...states[name] };

  it("lets anyone who may read it comment, or says why not", () => {
    for (const actor of [author, ...others]) expect(said(canComment(actor, given))).toBe(expected.comment);
  });

  it("lets its author edit and withdraw it, or says why not", () => {
    expect(said(canEdit(author, given))).toBe(expected.edit);
    expect(said(canWithdraw(author, given))).toBe(expected.withdraw);
  });

  it("lets its members edit their comments, or says why not", () => {
    expect(said(canEditComment(author, comment, given))).toBe(expected.editComment);
  });

  it("is nobody else's, staff or not", () => {
    for (const actor of others) {
      expect(said(canEdit(actor, given))).toBe("not_yours");
      expect(said(canWithdraw(actor, given))).toBe("not_yours");
      expect(said(canEditComment(actor, comment, given))).toBe("not_yours");
    }
  });
});

describe("canRead", () => {
  const readers = { public: ["public", "members"], members: ["members"] } as const;

  it.each(["public", "members"] as const)("of a thread for %s", (audience) => {
    for (const reader of ["public", "members"] as const) {
      const expected = (readers[audience] as readonly string[]).includes(reader) ? "yes" : "not_found";
      expect(said(canRead(reader, { ...thread, audience }))).toBe(expected);
      expect(said(canRead(reader, { ...thread, audience, lockedAt: at }))).toBe(expected);
    }
  });

  it.each(["hidden", "removed", "withdrawn", "held", "unshown"] as const)("finds nothing that is %s", (state) => {
    for (const reader of ["public", "members"] as const) {
      expect(said(canRead(reader, { ...thread, ...states[state] }))).toBe("not_found");
    }
  });
});

describe("a comment under an open thread", () => {
  it.each([
    ["open", "yes", "yes"],
    ["hidden", "under_review", "yes"],
    ["held", "under_review", "yes"],
    ["held, and its author was asked for a change", "yes", "yes"],
    ["removed, and its author was asked for a change", "not_found", "yes"],
    ["removed", "not_found", "yes"],
    ["withdrawn", "not_found", "not_found"],
    ["hidden and removed", "not_found", "yes"],
  ] as const)("that is %s", (state, edit, withdraw) => {
    const given = { ...comment, ...states[state] };
    expect(said(canEditComment(author, given, thread))).toBe(edit);
    expect(said(canWithdraw(author, given))).toBe(withdraw);
  });
});
