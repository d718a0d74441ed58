import { monthsAsFile } from "@/app/_shared/transparency";
import { decisionsTable } from "@/lib/moderation/queries-transparency-files";

export function GET(request: Request): Promise<Response> {
  return monthsAsFile(request, decisionsTable);
}
