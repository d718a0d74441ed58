import { findMonths } from "@/lib/moderation/queries-transparency";
import { csvResponse } from "@/lib/platform/csv";
import type { Months } from "@/lib/platform/months";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

/** A table about the months that an address asks for, as a file. */
export async function monthsAsFile(request: Request, write: (months: Months) => Promise<string | null>) {
  dependOn(tags.transparency);
  const found = await findMonths(new URL(request.url).searchParams.get("month") ?? "");
  if (!found) return new Response(null, { status: 404 });
  const table = await write(found.months);
  if (table !== null) return csvResponse(table);
  const advice = "There are too many decisions for one file. Please ask for one month, like this: ?month=2026-05\n";
  return new Response(advice, { status: 422, headers: { "content-type": "text/plain; charset=utf-8" } });
}
