import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormState } from "@/lib/platform/form-state";
import type { Server } from "./servers";

const built = join(import.meta.dirname, "../..", process.env.NEXT_DIST_DIR ?? ".next");

export type BuiltAction = {
  id: string;
  /** Of its domain and its own, e.g. `posts/startPostAction`. */
  name: string;
  /** A page that has it, by its folder: `/posts/[id]/[slug]`. */
  page: string;
};

type Manifest = { node: Record<string, { workers: object; filename: string; exportedName: string }> };

/** Every server action of the production build, as the build itself lists them. */
export function actionsOfBuild(): BuiltAction[] {
  const manifest = JSON.parse(readFileSync(join(built, "server/server-reference-manifest.json"), "utf8")) as Manifest;
  return Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: `${filename.split("/")[1]}/${exportedName}`,
    page: (Object.keys(workers)[0] ?? "").replace(/^app/, "").replace(/\/page$/, "") || "/",
  }));
}

type Sent = {
  action: string;
  path: string;
  cookies: Record<string, string>;
  fields: Record<string, string | string[]>;
};

/** Calls a server action as the browser's script does: its arguments are the state before and the form. */
export async function sendAction(server: Server, { action, path, cookies, fields }: Sent): Promise<FormState> {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(`_1_${name}`, value);
  form.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  const encoded = new Response(form);
  const answer = await server.ask(path, {
    method: "POST",
    cookies,
    headers: {
      "content-type": encoded.headers.get("content-type") ?? "",
      origin: server.origin,
      accept: "text/x-component",
      "next-action": action,
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
  return stateIn(answer.body) ?? { status: "refused", message: `no answer: ${answer.status}`, fields: {}, values: {} };
}

/** The action's own answer in the stream of the page. */
function stateIn(stream: string): FormState | null {
  const line = stream.split("\n").find((each) => /^\w+:\{"status":"(done|refused)"/.test(each));
  return line ? (JSON.parse(line.slice(line.indexOf(":") + 1)) as FormState) : null;
}
