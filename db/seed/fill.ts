import { closeDatabase, db } from "../client";
import { members, site } from "../schema";
import { fillConversations } from "./conversations";
import { fillDecided } from "./decided";
import { fillPeople } from "./people";
import { fillReference } from "./reference";
import { fillReports } from "./reports";
import { fillTies } from "./ties";

/**
 * `--reference` brings techniques and studies up to date. `--community` does that and, in an empty database, adds the
 * sample community and marks the database as a demo for ever.
 */
async function fill(): Promise<void> {
  await fillReference(db);
  if (!process.argv.includes("--community")) return;
  const [somebody] = await db.select({ id: members.id }).from(members).limit(1);
  if (somebody) return;
  const now = Date.now();
  const { people, byKey } = await db.transaction(async (tx) => {
    await tx.update(site).set({ demo: true });
    const people = await fillPeople(tx, now);
    const byKey = await fillConversations(tx, now, people);
    await fillTies(tx, people, byKey);
    await fillReports(tx, now, people, byKey);
    return { people, byKey };
  });
  await fillDecided(now, people, byKey);
}

await fill();
await closeDatabase();
