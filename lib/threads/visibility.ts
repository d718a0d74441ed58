import { sql, type SQL } from "drizzle-orm";
import type { Audience } from "@/lib/serving/context";

/** The rows of `threads` (under the alias `t`) that an audience may read: the list form of `canRead`. */
export function visibleThreads(audience: Audience): SQL {
  return audience === "members" ? sql`t.visible` : sql`t.visible AND t.audience = 'public'`;
}
