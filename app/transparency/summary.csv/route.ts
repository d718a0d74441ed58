import { monthsAsFile } from "@/app/_shared/transparency";
import { summaryTable } from "@/lib/moderation/queries-transparency-files";
import { listReplyLines } from "@/lib/offers/queries-replies";

export function GET(request: Request): Promise<Response> {
  return monthsAsFile(request, async (months) => summaryTable(months, await listReplyLines(months)));
}
