import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "../columns";

/**
 * Every act of staff. The database refuses UPDATE and DELETE on it, and each line carries a code over itself and the
 * code of the line before (`lib/platform/audit.ts`). Lines from before the chain have none.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    /** 1, 2, 3… without a gap, from where the chain begins. */
    seq: reference("seq").unique(),
    mac: text("mac"),
    actorId: bigint("actor_id", { mode: "number" }).notNull(),
    act: text("act").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("audit_log_by_actor").on(table.actorId, table.createdAt.desc().nullsFirst()),
    index("audit_log_of_subject").on(table.subject, table.createdAt.desc().nullsFirst()),
    check("audit_log_chained", sql`(${table.seq} IS NULL) = (${table.mac} IS NULL)`),
  ],
);

/** The end of the chain: the last line's number and code. Its lock puts the acts of staff in one order. */
export const auditHead = pgTable(
  "audit_head",
  {
    one: integer("one").primaryKey().default(1),
    seq: reference("seq").notNull().default(0),
    mac: text("mac").notNull().default(""),
  },
  (table) => [check("audit_head_one_row", sql`${table.one} = 1`)],
);
