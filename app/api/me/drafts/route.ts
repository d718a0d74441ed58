import { findDraft, keepDraft } from "@/lib/drafts/draft-route";

export function GET(request: Request): Promise<Response> {
  return findDraft(request);
}

export function POST(request: Request): Promise<Response> {
  return keepDraft(request);
}
