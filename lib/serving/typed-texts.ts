import type { IncomingMessage } from "node:http";

/** Shorter values are choices and numbers, which nobody misses. */
const worthKeeping = 12;

/** What somebody typed into a form, from the body that the browser sent without JavaScript; none without a body. */
export async function typedTexts(body: Buffer | null, { headers }: IncomingMessage): Promise<string[]> {
  if (!body) return [];
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } })
    .formData()
    .catch(() => new FormData());
  const texts = [...form].filter(([name]) => name !== "key" && !name.startsWith("$ACTION")).map(([, value]) => value);
  return texts.filter((value) => typeof value === "string").filter((text) => text.trim().length >= worthKeeping);
}
