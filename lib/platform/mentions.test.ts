import { expect, it } from "vitest";
import { mentionsIn } from "./mentions";

it.each<[string, string[]]>([
  ["Thank you, @quiet_heron!", ["quiet_heron"]],
  ["@Ana and @ana are one, @ben is another.", ["ana", "ben"]],
  ["(@ana) @ana's @ana, *@ben*", ["ana", "ben"]],
  ["Write to ana@example.org or see example.org/@ana.", []],
  ["@an is too short, and @" + "a".repeat(25) + " too long.", []],
  ["> @ana said so\n\nNo.", []],
  ["Type `@ana` or\n```\n@ben\n```\nso.", []],
  ["@ana@example.social", []],
  ["Çok @ana.", ["ana"]],
  ["", []],
])("%j calls %j", (text, handles) => {
  expect(mentionsIn(text)).toEqual(handles);
});

it("tells ten people at the most", () => {
  const many = Array.from({ length: 30 }, (_, n) => `@member_${n}`).join(" ");
  expect(mentionsIn(many)).toHaveLength(10);
});

it("reads a long text in a time that grows with it", () => {
  for (const text of ["@".repeat(20_000), "`".repeat(20_000), "@a_".repeat(7000), "> ".repeat(10_000)])
    expect(mentionsIn(text)).toEqual([]);
});
