import { endSession } from "@/lib/members/session-route";

export function POST(request: Request): Promise<Response> {
  return endSession(request);
}
