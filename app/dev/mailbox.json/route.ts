import { hasDemoMailbox, listDemoMails } from "@/lib/members/queries";

export async function GET(): Promise<Response> {
  if (!(await hasDemoMailbox())) return new Response("Not here.", { status: 404 });
  return Response.json(await listDemoMails(), { headers: { "cache-control": "no-store" } });
}
