import { leaveMails } from "@/lib/mailings/leave-mails";
import { leaveNewsletter } from "@/lib/newsletter/leave-newsletter";
import { readUnsubscribeToken } from "@/lib/platform/unsubscribe";
import { leaveReminders } from "@/lib/testimonials/leave-reminders";

type List = {
  /** Takes whoever has the token off the list; doing it again changes nothing. */
  leave: (token: string) => Promise<unknown>;
  /** The page with the button, for a person. */
  page: string;
};

/** Each list of mails that can be left, by its name in the token. */
const lists: Record<string, List> = {
  newsletter: { leave: leaveNewsletter, page: "/newsletter/leave" },
  at_once: { leave: leaveMails, page: "/unsubscribe" },
  digest: { leave: leaveMails, page: "/unsubscribe" },
  reminders: { leave: leaveReminders, page: "/unsubscribe" },
};

const plain = { "content-type": "text/plain; charset=utf-8" };

function listOf(token: string): List | undefined {
  const place = readUnsubscribeToken(token);
  return place ? lists[place.list] : undefined;
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}

/** A mail program's one press (RFC 8058): without a session and without a question, because a person pressed it. */
export async function POST(request: Request): Promise<Response> {
  const token = tokenOf(request);
  const list = listOf(token);
  if (!list) return new Response("This link is not whole.\n", { status: 404, headers: plain });
  await list.leave(token);
  return new Response("You get no more of these mails.\n", { headers: plain });
}

/** Mail scanners open links, so opening one only leads to the page with the button. */
export function GET(request: Request): Response {
  const token = tokenOf(request);
  const page = listOf(token)?.page ?? "/newsletter/leave";
  return new Response(null, { status: 303, headers: { location: `${page}?token=${encodeURIComponent(token)}` } });
}
