import { db } from "@/db/client";
import { events, notifications } from "@/db/schema";

type Given = Partial<typeof notifications.$inferInsert> & {
  member: { id: number };
  thread: { id: number };
  actor: { id: number } | null;
};

/** A row as the job writes it, about the thread itself unless `position` names a comment. */
export async function aNotification({ member, thread, actor, ...given }: Given): Promise<void> {
  const [event] = await db
    .insert(events)
    .values({ kind: "comment_posted", actorId: actor?.id, threadId: thread.id, detail: {} })
    .returning({ id: events.id });
  if (!event) throw new Error("the event was not made");
  const values = { memberId: member.id, eventId: event.id, threadId: thread.id, actorId: actor?.id, position: 0 };
  await db.insert(notifications).values({ kind: "comment", ...values, ...given });
}
