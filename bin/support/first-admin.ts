import { closeDatabase } from "@/db/client";
import { inviteFirstAdmin } from "@/lib/members/invite-first-admin";

/** Writes the one-time link, or nothing when the community has an admin. */
process.stdout.write((await inviteFirstAdmin()) ?? "");
await closeDatabase();
