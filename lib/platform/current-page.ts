import { headers } from "next/headers";
import { localPath } from "./urls";

/** The page from which a form was sent, for going back to it. */
export async function currentPage(): Promise<string> {
  const referer = (await headers()).get("referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return localPath(pathname + search, "/");
}
