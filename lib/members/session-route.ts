import type { NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { handlers } from "./auth";
import { signOut } from "./sign-out";

/** Lets next-auth use up the token and open a session, then ends the session that the browser had before. */
export async function completeSignIn(request: NextRequest): Promise<Response> {
  const name = sessionCookieName(env().secureCookies);
  const before = request.cookies.get(name)?.value;
  const response = await handlers.GET(request);
  const opened = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`));
  if (before && opened) await signOut(before);
  return response;
}
