import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { pageViewer } from "@/lib/serving/context";
import { isShutOut, type Viewer } from "./actor";
import { env } from "./env";
import { sessionCookieName } from "./session-cookie";

export { outdateKeptPages } from "@/lib/serving/context";

/** The session cookie of this request; empty for none. */
export async function currentToken(): Promise<string> {
  return (await cookies()).get(sessionCookieName(env().secureCookies))?.value ?? "";
}

/** Who sends this request: for actions and for pages under /me and /staff. Shared pages never ask. */
export function currentViewer(): Viewer | null {
  return pageViewer();
}

export type SignedInMember = Viewer & { memberId: number; handle: string };

/**
 * The member who opens a page of their own. Everybody else is sent to sign in, or to choose a handle, and then back; and
 * whoever is suspended or banned to what was decided about them.
 * @param path the page's own address
 * @param options.suspendedToo the page stays open to them: it is about decisions, or about their own words, data and rights
 */
export async function currentMember(path: string, options: { suspendedToo?: boolean } = {}): Promise<SignedInMember> {
  const viewer = currentViewer();
  const next = `next=${encodeURIComponent(path)}`;
  if (!viewer) redirect(`/auth/sign-in?${next}`);
  if (!viewer.memberId || !viewer.handle) redirect(`/auth/welcome?${next}`);
  if (isShutOut(viewer) && !options.suspendedToo) redirect("/me/statements");
  return { ...viewer, memberId: viewer.memberId, handle: viewer.handle };
}
