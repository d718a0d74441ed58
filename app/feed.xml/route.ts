import { threadFeed } from "@/app/_shared/feed";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";
import { listNewestThreads } from "@/lib/threads/queries";

export async function GET(): Promise<Response> {
  dependOn(tags.home);
  return threadFeed("Unknot", "/feed.xml", await listNewestThreads("public", 50));
}
