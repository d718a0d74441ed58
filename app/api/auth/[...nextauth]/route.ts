import type { NextRequest } from "next/server";
import { completeSignIn } from "@/lib/members/session-route";

/** next-auth's end of the mailed link. Its other addresses are not used, and not there. */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/email") return new Response("Not here.", { status: 404 });
  return completeSignIn(request);
}
