import { localPath } from "@/lib/platform/urls";

const themes = ["auto", "light", "dark", "attack"];

/** Keeps the chosen theme and goes back. For browsers without JavaScript; the others set the cookie themselves. */
export async function POST(request: Request): Promise<Response> {
  const theme = String((await request.formData()).get("theme"));
  const referer = request.headers.get("referer") ?? "";
  const from = URL.canParse(referer) ? new URL(referer) : null;
  const back = localPath(from ? from.pathname + from.search : "/", "/");
  const headers = new Headers({ location: back });
  if (themes.includes(theme)) headers.set("set-cookie", `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}
