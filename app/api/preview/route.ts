import { asActor } from "@/lib/platform/actor";
import { currentViewer } from "@/lib/platform/current-viewer";
import { renderMarkdown } from "@/lib/platform/markdown";
import { lengthOf } from "@/lib/platform/text";

/** The longest text that any form takes, in characters. */
const maxLength = 20_000;

/** Shows members how their Markdown will look. */
export async function POST(request: Request): Promise<Response> {
  if (!asActor(currentViewer())) return new Response("Please sign in.", { status: 401 });
  const text = String((await request.formData()).get("text") ?? "");
  if (lengthOf(text) > maxLength) return new Response("Too long to preview.", { status: 413 });
  return new Response(renderMarkdown(text), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
