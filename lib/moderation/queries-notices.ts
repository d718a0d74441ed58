import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { notices } from "@/db/schema";

export type Notice = {
  reference: string;
  /** As far as it was understood: a path of this site. */
  address: string;
  why: string;
  /** Who sent it; null for nobody, and after they were erased. Whoever shows them writes it into the staff's log. */
  name: string | null;
  email: string | null;
  createdAt: Date;
  childAbuse: boolean;
};

/** The notices about a case, the first first. For moderators alone. */
export async function listNotices(caseId: number): Promise<Notice[]> {
  const { reference, address, why, name, email, createdAt, childAbuse } = notices;
  return db
    .select({ reference, address, why, name, email, createdAt, childAbuse })
    .from(notices)
    .where(eq(notices.caseId, caseId))
    .orderBy(asc(notices.id))
    .limit(100);
}
