import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FormState } from "@/lib/platform/form-state";
import { refusalSentence } from "@/lib/platform/refusals";
import { aMember } from "@/lib/testing/factories";
import { matrix } from "@/lib/testing/matrix";
import type { Attempt } from "@/lib/testing/matrix/attempts";
import { pages, type PageRow } from "@/lib/testing/matrix/pages";
import { personas, somebody, type Persona, type Somebody } from "@/lib/testing/matrix/personas";
import { refusalCodes } from "@/lib/testing/matrix/refusal-codes";
import { actionsOfBuild, sendAction } from "@/lib/testing/server-actions";
import { startServer, type Server } from "@/lib/testing/servers";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** `done`, or the code of the refusal; a complaint about a field that no rule made is told with its field. */
function outcomeOf(state: FormState): string {
  if (state.status !== "refused") return state.status;
  const said = [state.message, ...Object.values(state.fields)].find((each) => each && each !== "$undefined") ?? "";
  return refusalCodes.find(({ sentence }) => said.startsWith(sentence))?.code ?? `“${said}”`;
}

/** An address of the page on which the action stands; what it shows does not matter. */
const addressOf = (page: string) => page.replace(/\[[^\]]+\]/g, "1");

const built = new Map(actionsOfBuild().map((action) => [action.name, action]));

/** Somebody who has filled in the form. */
async function ready({ fields }: Attempt, persona: Persona) {
  const { member, cookies } = await somebody(persona);
  return { persona, cookies, fields: await fields(member ?? (await aMember())) };
}

async function outcomeFor(name: string, { cookies, fields }: Awaited<ReturnType<typeof ready>>): Promise<string> {
  const action = built.get(name);
  if (!action) return "it is not in the build";
  return outcomeOf(await sendAction(server, { action: action.id, path: addressOf(action.page), cookies, fields }));
}

it("tells each refusal from the others", () => {
  expect(refusalSentence("signed_out")).not.toBe(refusalSentence("not_allowed"));
  expect(refusalCodes.length).toBeGreaterThan(30);
});

describe.each(Object.entries(matrix))("%s", (name, attempts) => {
  it.each(attempts)("on $on", async (each) => {
    const people = await Promise.all(personas.map((persona) => ready(each, persona)));
    const got: Record<string, string> = {};
    // One after the other: what is limited counts them.
    for (const who of people) got[who.persona] = await outcomeFor(name, who);
    expect(got).toEqual(each.outcomes);
  });
});

/** Its status, or the path to which it leads. */
async function opened({ path, method }: PageRow, { member, cookies }: Somebody): Promise<string> {
  const address = await path(member ?? (await aMember()));
  const form = method ? { method, headers: { origin: server.origin, ...plainForm }, body: "theme=auto" } : {};
  const { status, headers } = await server.ask(address, { cookies, ...form });
  const to = headers.location ? new URL(headers.location, server.origin).pathname : "";
  return status >= 300 && status < 400 ? to : String(status);
}
const plainForm = { "content-type": "application/x-www-form-urlencoded" };

const everybody = () =>
  Promise.all(personas.map(async (persona): Promise<[Persona, Somebody]> => [persona, await somebody(persona)]));

describe("opening", () => {
  let people: [Persona, Somebody][];
  beforeAll(async () => {
    people = await everybody();
  });

  it.each(pages)("$route $on", async (row) => {
    // Who opens a page has done nothing yet after it, unlike who signs out.
    const opening = row.method ? await everybody() : people;
    const got = await Promise.all(opening.map(async ([persona, who]) => [persona, await opened(row, who)]));
    expect(Object.fromEntries(got)).toEqual(row.outcomes);
  });
});
