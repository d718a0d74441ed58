import { env } from "@/lib/platform/env";
import { issueMail } from "./issue-mail";
import type { Issue } from "./queries";

/** An issue as a mail program without HTML shows it. The link to leave is each reader's own. */
export async function getIssueText(issue: Pick<Issue, "subject" | "introductionHtml" | "articles">): Promise<string> {
  const leave = new URL("/newsletter/leave", env().APP_URL).href;
  return (await issueMail({ ...issue, leave })).text;
}
