import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../../..");

/** Paths of the TypeScript files in these folders of the checkout, from its root. */
export function filesIn(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
    )
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

export function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
}

/** Where a file imports and re-exports from; a module of ours as its path from the root, without its ending. */
export function importsOf(path: string): { from: string; typesOnly: boolean }[] {
  const source = sourceOf(path);
  const found: { from: string; typesOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const names = node.importClause?.namedBindings;
      const each = names && ts.isNamedImports(names) ? names.elements.every(({ isTypeOnly }) => isTypeOnly) : false;
      const typesOnly = node.importClause?.isTypeOnly === true || (each && !node.importClause?.name);
      found.push({ from: moduleOf(path, node.moduleSpecifier), typesOnly });
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      found.push({ from: moduleOf(path, node.moduleSpecifier), typesOnly: node.isTypeOnly });
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      found.push({ from: moduleOf(path, node.arguments[0]), typesOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function moduleOf(path: string, specifier: ts.Expression): string {
  const text = ts.isStringLiteralLike(specifier) ? specifier.text : "";
  if (text.startsWith("@/")) return text.slice(2);
  if (!text.startsWith(".")) return text;
  return relative(root, join(root, path, "..", text)).replaceAll("\\", "/");
}

/** What a file gives away besides types: each name, and the expression that it stands for if it is a constant. */
export function exportsOf(path: string): { name: string; value?: ts.Expression }[] {
  const source = sourceOf(path);
  return source.statements.flatMap((statement): { name: string; value?: ts.Expression }[] => {
    if (ts.isExportDeclaration(statement)) return namesOf(statement);
    if (ts.isExportAssignment(statement)) return [{ name: "default", value: statement.expression }];
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((each) => ({
        name: each.name.getText(source),
        value: each.initializer,
      }));
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [{ name: statement.name?.text ?? "default" }];
    return [];
  });
}

function namesOf(statement: ts.ExportDeclaration): { name: string }[] {
  if (statement.isTypeOnly) return [];
  if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [{ name: "*" }];
  return statement.exportClause.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name }) => ({ name: name.text }));
}

/** Whether an expression is a call of the function of this name. */
export function isCallOf(name: string, value: ts.Expression | undefined): boolean {
  return value !== undefined && ts.isCallExpression(value) && value.expression.getText() === name;
}
