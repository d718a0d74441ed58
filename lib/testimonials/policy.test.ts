import { expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { canTell } from "./policy";

it.each([
  ["member", null],
  ["provider", "provider_testimonial"],
  ["editor", null],
  ["moderator", null],
  ["admin", null],
] as const)("whether a %s may tell what helped", (role, code) => {
  const decision = canTell(actorOf({ id: 1, handle: "ana", role }));
  expect(decision.allowed ? null : decision.code).toBe(code);
});
