import ts from "typescript";
import { expect, it } from "vitest";
import { filesIn, importsOf, sourceOf } from "./source";

const pages = filesIn("app/staff").filter((path) => /\/(page|route)\.tsx?$/.test(path));

it("finds the staff's pages", () => {
  expect(pages.length).toBeGreaterThan(3);
});

// A layout is no gate: Next may render a page without it.
it.each(pages)("%s waits for requireStaff before anything is read", (path) => {
  expect(importsOf(path).map(({ from }) => from)).toContain("lib/moderation/gate");
  const entries = entriesOf(sourceOf(path));
  expect(entries.length).toBeGreaterThan(0);
  for (const body of entries) {
    const awaited = callsAwaitedIn(body);
    expect(awaited[0], "await requireStaff(…) comes first; only params and searchParams may come before").toBe(
      "requireStaff",
    );
  }
});

/** The functions that Next calls: the page itself, its metadata, a route's methods. */
function entriesOf(source: ts.SourceFile): ts.Block[] {
  return source.statements.filter(ts.isFunctionDeclaration).flatMap(({ modifiers, body }) => {
    const exported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return exported && body ? [body] : [];
  });
}

/** The names of functions that are called and waited for, in the order of the text. */
function callsAwaitedIn(body: ts.Block): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression))
      names.push(node.expression.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(body);
  return names;
}
