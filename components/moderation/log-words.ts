import { decisionLabels } from "@/lib/moderation/labels";

/** What staff did, in words. An act that has none here is read from its code. */
const acts: Record<string, string> = {
  case_open: "Opened a case",
  case_read: "Read a case",
  case_claim: "Took a case",
  case_release: "Gave a case back",
  member_read: "Read a member’s record",
  member_note: "Noted something about a member",
  role_change: "Changed a role",
  template_add: "Added a text",
  template_edit: "Changed a text",
  template_retire: "Retired a text",
  notice_read: "Read a notice",
  batch_decide: "Decided several cases as one",
  batch_undo: "Undid what was decided as one",
  appeal_read: "Read an appeal",
  appeal_uphold: "Agreed to an appeal",
  appeal_refuse: "Refused an appeal",
  phrase_watch: "Watched a phrase",
  phrase_retire: "Stopped watching a phrase",
  article_publish: "Published an article",
  article_edit: "Edited an article",
  quote_drop: "Took a quote out",
  issue_write: "Began an issue of the newsletter",
  issue_edit: "Changed an issue of the newsletter",
  issue_schedule: "Let an issue of the newsletter wait for its time",
  issue_send: "Sent an issue of the newsletter",
  issue_cancel: "Took an issue of the newsletter back",
  first_admin: "Became the first admin",
};

/** What an act can be about. */
export const subjectKinds: Record<string, string> = {
  case: "A case",
  batch: "Cases decided as one",
  appeal: "An appeal",
  member: "A member",
  phrase: "A watched phrase",
  article: "An article",
  issue: "An issue of the newsletter",
};

export function actWords(act: string): string {
  const decided = act.startsWith("case_") ? act.slice("case_".length) : "";
  const decision = Object.entries(decisionLabels).find(([kind]) => kind === decided)?.[1];
  if (decision) return `Decided: ${decision.charAt(0).toLowerCase()}${decision.slice(1)}`;
  const plain = act.replace(/_/g, " ");
  return acts[act] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

const pages: Record<string, string> = {
  case: "/staff/cases/",
  batch: "/staff/batches/",
  appeal: "/staff/appeals/",
  article: "/staff/articles/",
  issue: "/staff/newsletter/",
};

/** What an act is about, in words, and its page for staff where it has one. */
export function subjectOf({ subject, member }: { subject: string; member: string | null }) {
  const [kind = "", id = ""] = subject.split(":");
  if (member) return { words: member, href: `/staff/members/${member}` };
  if (kind === "phrase") return { words: `phrase ${id}`, href: "/staff/phrases" };
  const page = pages[kind];
  return { words: `${kind} ${id}`.trim(), href: page && id ? `${page}${id}` : null };
}
