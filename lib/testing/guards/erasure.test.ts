import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "@/db/schema";
import { erasure } from "../erasure";

const tables = Object.values(schema).flatMap((each: unknown) => (is(each, PgTable) ? [each] : []));

/** They name a member without a foreign key: the log must outlive everything, and a persona leads nowhere. */
const withoutKey = ["audit_log.actor_id", "personas.member_id"];

const pointing = tables.flatMap((table) => {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys
    .map((key) => key.reference())
    .filter(({ foreignTable }) => foreignTable === schema.members)
    .flatMap(({ columns }) => columns.map((column) => ({ at: `${name}.${column.name}`, column })));
});

describe("every column that points at a member", () => {
  it("is found", () => {
    expect(pointing.length).toBeGreaterThan(10);
  });

  it("is classified in lib/testing/erasure.ts, and nothing else is", () => {
    expect(Object.keys(erasure).sort()).toEqual([...pointing.map(({ at }) => at), ...withoutKey].sort());
  });

  it("has a key, or stands among those without one", () => {
    const suspects = tables.flatMap((table) =>
      getTableConfig(table)
        .columns.filter(({ name }) => /(member|actor|author|moderator|reporter|follower)_id$|_by$/.test(name))
        .map(({ name }) => `${getTableConfig(table).name}.${name}`),
    );
    const known = [...pointing.map(({ at }) => at), ...withoutKey, "testimonials.given_by"];
    expect(suspects.filter((at) => !known.includes(at))).toEqual([]);
  });

  it("gives a reason", () => {
    for (const { why } of Object.values(erasure)) expect(why.length).toBeGreaterThan(10);
  });
});
