import type { Transaction } from "@/db/client";
import { addJob, type Sign } from "@/lib/platform/queue";
import type { Verdict } from "./judge-words";

/** The most urgent first. What is not named here is the reason `other`. */
const reasons = [
  ["worried_about_person", ["crisis", "red_flag"]],
  ["promotion", ["burst", "network", "wording", "business"]],
  ["spam", ["newcomer_link"]],
] as const;

/** Opens a case about what was just written, if anything was noticed: in the write's transaction, by a job. */
export async function askModerators(
  tx: Transaction,
  about: { threadId: number; commentId: number | null },
  { hold, flag, worry }: Verdict,
): Promise<void> {
  const signs: Sign[] = [...worry, ...hold, ...flag];
  if (signs.length === 0) return;
  const noticed = reasons.find(([, codes]) => signs.some(({ code }) => codes.some((each) => each === code)));
  await addJob(tx, "open_case", { ...about, reason: noticed?.[0] ?? "other", signs });
}
