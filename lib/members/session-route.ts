import type { NextRequest } from "next/server";
import { currentToken, currentViewer } from "@/lib/platform/current-viewer";
import { env } from "@/lib/platform/env";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { handlers } from "./auth";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";

/** Lets next-auth use up the token and open a session, then ends the session that the browser had before. */
export async function completeSignIn(request: NextRequest): Promise<Response> {
  const name = sessionCookieName(env().secureCookies);
  const before = request.cookies.get(name)?.value;
  const response = await handlers.GET(request);
  const opened = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`));
  if (before && opened) await signOut(before);
  return response;
}

/**
 * Ends this browser's session, or with `everywhere` in the form every session of its account. A plain form and not an
 * action: an action's answer would show the page once more, for somebody who is no longer there.
 */
export async function endSession(request: Request): Promise<Response> {
  const everywhere = (await request.formData()).has("everywhere");
  const viewer = currentViewer();
  if (everywhere && viewer) await signOutEverywhere(viewer.accountId);
  else await signOut(await currentToken());
  const { secureCookies } = env();
  const gone = `${sessionCookieName(secureCookies)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secureCookies ? "; Secure" : ""}`;
  return new Response(null, {
    status: 303,
    headers: { location: everywhere ? "/auth/sign-in" : "/", "set-cookie": gone },
  });
}
