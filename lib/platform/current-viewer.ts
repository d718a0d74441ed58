import { cookies } from "next/headers";
import { cache } from "react";
import type { Viewer } from "./actor";
import { env } from "./env";
import { findViewer } from "./session";
import { sessionCookieName } from "./session-cookie";

/** Who sends this request: for actions and for pages under /me and /staff. Shared pages never ask. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookieName(env().secureCookies))?.value;
  return token ? findViewer(token) : null;
});
