import { bigint, timestamp } from "drizzle-orm/pg-core";

/** A bigint identity. JavaScript holds it exactly up to 2^53, far beyond what one community writes. */
export const id = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const reference = (name: string) => bigint(name, { mode: "number" });

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const createdAt = () => moment("created_at").notNull().defaultNow();
