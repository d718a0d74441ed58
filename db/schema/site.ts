import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable } from "drizzle-orm/pg-core";

/** One row about this community. A demo's database says so for ever, and real use refuses it. */
export const site = pgTable(
  "site",
  {
    one: integer("one").primaryKey().default(1),
    demo: boolean("demo").notNull().default(false),
  },
  (table) => [check("site_one_row", sql`${table.one} = 1`)],
);
