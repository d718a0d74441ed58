import { describe, expect, it } from "vitest";
import ts from "typescript";
import { exportsOf, filesIn, importsOf, isCallOf, sourceOf } from "./source";

const everything = filesIn("app", "components", "lib");
const files = everything.filter((path) => /^lib\/[^/]+\/actions\.ts$/.test(path));

describe("server actions", () => {
  it("are found", () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)("of %s are all made by formAction, which asks who it is, parses and refuses", (path) => {
    const all = exportsOf(path);
    expect(all.length).toBeGreaterThan(0);
    for (const { name, value } of all) {
      expect(isCallOf("formAction", value), `${name}: export const ${name} = formAction(…)`).toBe(true);
      expect(name, "the name of an action ends in Action").toMatch(/Action$/);
    }
    expect(importsOf(path).map(({ from }) => from)).toContain("lib/platform/action");
  });

  it("stand in actions.ts of their domain and nowhere else", () => {
    const elsewhere = everything.filter((path) => !files.includes(path) && saysUseServer(path));
    expect(elsewhere, 'move what is under "use server" to lib/<domain>/actions.ts').toEqual([]);
  });

  it.each(files)("of %s begin with the directive", (path) => {
    expect(saysUseServer(path)).toBe(true);
  });
});

function saysUseServer(path: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression))
      found ||= node.expression.text === "use server";
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(path));
  return found;
}
