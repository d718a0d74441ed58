import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mailSettings } from "@/db/schema";
import { actorOf } from "./actors";
import { asOwner } from "./as-owner";
import { aMember, anAccount, aThread, type Member, type Thread } from "./factories";
import { startMailServer, workOff } from "./mail-server";

/** A mail server, and what makes mails of what happens; all of it is loaded once the settings lead to the server. */
export async function startMailings() {
  const server = await startMailServer();
  const [commenting, following, reading, registry, hearing, times, pausing, leaving, jobs, queries] = await Promise.all(
    [
      import("@/lib/comments/post-comment"),
      import("@/lib/follows/follow"),
      import("@/lib/notifications/note-reading"),
      import("@/lib/jobs/registry"),
      import("@/lib/mailings/choose-hearing"),
      import("@/lib/mailings/choose-mail-times"),
      import("@/lib/mailings/pause-mails"),
      import("@/lib/mailings/leave-mails"),
      import("@/lib/mailings/jobs"),
      import("@/lib/mailings/queries"),
    ],
  );
  const ours = {
    ...{ ...commenting, ...following, ...reading, ...registry, ...hearing, ...times },
    ...{ ...pausing, ...leaving, ...jobs, ...queries },
  };
  const work = () => workOff(ours.taskList);
  return {
    server,
    ...ours,
    work,
    subjects: () => server.received.map(({ subject }) => subject),
    say: (by: Member, thread: Thread, body: string, replyTo: number | null = null) =>
      ours.postComment(actorOf(by), { thread: thread.id, replyTo, body, key: "" }),
    /** Writes and sends what is due, as if this member's hour had come. */
    async digestOf({ id }: Member): Promise<void> {
      const digestDueAt = sql`now() - interval '1 minute'`;
      await db.update(mailSettings).set({ digestDueAt }).where(eq(mailSettings.memberId, id));
      await ours.writeDigests();
      await work();
    },
    async reset(): Promise<void> {
      server.received.length = 0;
      await asOwner((tx) => tx.execute(sql`DELETE FROM graphile_worker._private_jobs`));
    },
  };
}

export type Mailings = Awaited<ReturnType<typeof startMailings>>;

/** Somebody with an address and without quiet hours, so that no test asks what time it is. */
export async function aReachable(given: Partial<Member> = {}): Promise<Member> {
  const member = await aMember({ accountId: (await anAccount()).id, ...given });
  await db.update(mailSettings).set({ quietFrom: 0, quietTo: 0 }).where(eq(mailSettings.memberId, member.id));
  return member;
}

/** A thread, its author and somebody to speak in it. */
export async function aTalk(given: Parameters<typeof aThread>[0] = {}) {
  const [author, speaker] = [await aReachable(), await aReachable()];
  return { author, speaker, thread: await aThread({ author, ...given }) };
}
