import { eq, type SQL } from "drizzle-orm";
import { follows } from "@/db/schema";
import type { Subject } from "./schema";

/** The one column of a follow that names its subject. */
export function subjectColumns({ kind, id }: Subject) {
  if (kind === "technique") return { techniqueId: id };
  if (kind === "thread") return { threadId: id };
  return { memberId: id };
}

export function isSubject({ kind, id }: Subject): SQL {
  if (kind === "technique") return eq(follows.techniqueId, id);
  if (kind === "thread") return eq(follows.threadId, id);
  return eq(follows.memberId, id);
}
