import { describe, expect, it } from "vitest";
import { normalEmail } from "./email";

describe("normalEmail", () => {
  it.each([
    [" Ana.Maria@Example.ORG ", "ana.maria@example.org"],
    ["a＠example.org", "a@example.org"],
    ["a+massage@example.org", "a+massage@example.org"],
    ["a@bücher.example", "a@xn--bcher-kva.example"],
    ["o'neil@sub.example.org", "o'neil@sub.example.org"],
  ])("takes %j as %s", (typed, normal) => {
    expect(normalEmail(typed)).toBe(normal);
  });

  it.each([
    "",
    "a",
    "a@",
    "@example.org",
    "a@b",
    "a@@example.org",
    "a@example.org@example.net",
    "a@example.org,b@example.org",
    '"a b"@example.org',
    "a b@example.org",
    "a@example.org\nBcc: b@example.org",
    "a..b@example.org",
    ".a@example.org",
    "a@-example.org",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@example.org/x",
    "a@example.org%00",
    "a\u0000@example.org",
    `${"a".repeat(65)}@example.org`,
    `a@${"b.".repeat(130)}org`,
  ])("refuses %j", (typed) => {
    expect(normalEmail(typed)).toBeNull();
  });
});
