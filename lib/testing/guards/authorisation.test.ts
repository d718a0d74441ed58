import { describe, expect, it } from "vitest";
import { matrix } from "../matrix";
import { pages } from "../matrix/pages";
import { exportsOf, filesIn } from "./source";

const actions = filesIn("lib")
  .filter((path) => /^lib\/[^/]+\/actions\.ts$/.test(path))
  .flatMap((path) => exportsOf(path).map(({ name }) => `${path.split("/")[1]}/${name}`));
const routes = filesIn("app")
  .filter((path) => /\/(page|route)\.tsx?$/.test(`/${path}`))
  .map((path) => path.slice("app".length).replace(/\/(page|route)\.tsx?$/, "") || "/");

describe("every way in", () => {
  it("stands in the matrix of who may do what: add the action to lib/testing/matrix", () => {
    expect(Object.keys(matrix).sort()).toEqual(actions.sort());
  });

  it("stands in the matrix of who may open what: add the page or route to lib/testing/matrix/pages.ts", () => {
    expect([...new Set(pages.map(({ route }) => route))].sort()).toEqual(routes.sort());
  });

  it("is tried in at least one way", () => {
    for (const attempts of Object.values(matrix)) expect(attempts.length).toBeGreaterThan(0);
  });
});
