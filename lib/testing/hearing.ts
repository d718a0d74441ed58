import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { db } from "@/db/client";
import { comments, restrictions, threads } from "@/db/schema";
import { blockMember } from "@/lib/blocks/block-member";
import { mute } from "@/lib/blocks/mute";
import { unblockMember } from "@/lib/blocks/unblock-member";
import { unmute } from "@/lib/blocks/unmute";
import { postComment } from "@/lib/comments/post-comment";
import { follow } from "@/lib/follows/follow";
import { unfollow } from "@/lib/follows/unfollow";
import { markAllRead } from "@/lib/notifications/mark-all-read";
import { noteReading } from "@/lib/notifications/note-reading";
import { listNotifications } from "@/lib/notifications/queries";
import { react } from "@/lib/reactions/react";
import { actorOf } from "./actors";
import { aRestriction } from "./decisions";
import { aMember, aTechnique, aThread, type Member, type Technique, type Thread } from "./factories";

const people = 3;
/** What some of them mute, and what some of them say. */
export const word = "botox";

type Kind = "technique" | "thread" | "member";
type Thing = { kind: Kind; id: number };

/** What everybody chose, kept beside the database, in the plainest way. */
export class World {
  levels = new Map<string, string>();
  mutes = new Set<string>();
  blocks = new Set<string>();
  suspended = new Set<number>();

  constructor(
    readonly members: Member[],
    readonly threads: Thread[],
    readonly technique: Technique,
  ) {}

  thing(kind: Kind, n: number): Thing {
    if (kind === "technique") return { kind, id: this.technique.id };
    return { kind, id: kind === "thread" ? the(this.threads, n).id : the(this.members, n).id };
  }

  blockedEitherWay(one: number, other: number): boolean {
    return this.blocks.has(`${one} ${other}`) || this.blocks.has(`${other} ${one}`);
  }

  /** Whether somebody does not want to see what another one did in a thread. */
  isUnwanted(member: number, actor: number, thread: Thread): boolean {
    const muted = (kind: Kind, id: number) => this.mutes.has(`${member} ${kind} ${id}`);
    return (
      this.blocks.has(`${member} ${actor}`) ||
      muted("member", actor) ||
      muted("thread", thread.id) ||
      (thread.authorId !== member && muted("technique", this.technique.id))
    );
  }
}

function the<T>(list: T[], n: number): T {
  return list[n % list.length] as T;
}

const who = fc.nat(people - 1);
const kind = fc.constantFrom<Kind>("technique", "thread", "member");
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const doing = (...names: string[]) => fc.constantFrom(...names);
const levels = fc.constantFrom("watch", "watch", "follow", "off");
const position = fc.nat(3);
// Quiet comes often and is seldom taken back, or most histories would be about nothing but talk.
const act = fc.oneof(
  often(4, fc.record({ do: doing("level"), who, kind, n: who, level: levels })),
  often(
    4,
    fc.record({
      do: doing("mute"),
      who,
      kind: fc.constantFrom<Kind>("technique", "thread", "member", "member"),
      n: who,
    }),
  ),
  often(2, fc.record({ do: doing("mute word"), who, n: who })),
  often(5, fc.record({ do: doing("block", "block", "block", "unblock", "suspend", "lift", "lift"), who, n: who })),
  often(1, fc.record({ do: doing("unmute"), who, kind, n: who })),
  often(12, fc.record({ do: doing("comment"), who, n: who, replyTo: fc.nat(4), names: who, worded: fc.boolean() })),
  often(4, fc.record({ do: doing("react"), who, n: who, position })),
  often(
    3,
    fc.record({
      do: doing("hide thread", "show thread", "show thread", "hide comment", "show comment"),
      who,
      n: who,
      position,
    }),
  ),
  often(1, fc.record({ do: doing("read", "put away"), who, n: who })),
);

export type Act = {
  do: string;
  who: number;
  n: number;
  kind?: Kind;
  level?: string;
  replyTo?: number;
  names?: number;
  worded?: boolean;
  position?: number;
};

/** What people do, one after the other. */
export const history = fc.array(act as fc.Arbitrary<Act>, { minLength: 15, maxLength: 30 });

export async function aWorld(): Promise<World> {
  const members = await Promise.all(Array.from({ length: people }, () => aMember()));
  const technique = await aTechnique();
  const made = await Promise.all(
    [0, 1].map((n) => aThread({ author: members[n], technique, audience: n === 0 ? "public" : "members" })),
  );
  return new World(members, made, technique);
}

type Doing = { world: World; member: Member; thread: Thread; thing: Thing; other: number; key: string; given: Act };

const doings: Record<string, (doing: Doing) => Promise<unknown>> = {
  level: chooseLevel,
  mute: muteThing,
  unmute: async ({ world, member, thing, key }) => {
    await unmute(actorOf(member), thing);
    world.mutes.delete(key);
  },
  "mute word": async ({ world, member }) => {
    await mute(actorOf(member), { kind: "word", word });
    world.mutes.add(`${member.id} word`);
  },
  block: async ({ world, member, other }) => {
    if (other === member.id) return;
    await blockMember(actorOf(member), other);
    world.blocks.add(`${member.id} ${other}`);
    world.levels.delete(`${member.id} member ${other}`);
    world.levels.delete(`${other} member ${member.id}`);
  },
  unblock: async ({ world, member, other }) => {
    await unblockMember(actorOf(member), other);
    world.blocks.delete(`${member.id} ${other}`);
  },
  suspend: async ({ world, member }) => {
    if (world.suspended.has(member.id)) return;
    await aRestriction({ member, kind: "suspend" });
    world.suspended.add(member.id);
  },
  lift: async ({ world, member }) => {
    await db.update(restrictions).set({ liftedAt: new Date() }).where(eq(restrictions.memberId, member.id));
    world.suspended.delete(member.id);
  },
  comment: say,
  react: ({ member, thread, given }) =>
    react(actorOf(member), { threadId: thread.id, position: given.position ?? 0, kind: "thanks" }).catch(() => {}),
  "hide thread": ({ member, thread }) => setThread(thread, { hiddenAt: new Date(), hiddenBy: member.id }),
  "show thread": ({ thread }) => setThread(thread, { hiddenAt: null, hiddenBy: null }),
  "hide comment": ({ member, thread, given }) =>
    setComment(thread, given.position, { hiddenAt: new Date(), hiddenBy: member.id }),
  "show comment": ({ thread, given }) => setComment(thread, given.position, { hiddenAt: null, hiddenBy: null }),
  read: ({ member, thread }) => noteReading({ memberId: member.id, threadId: thread.id }),
  "put away": async ({ member }) => {
    await markAllRead(actorOf(member), { upTo: (await listNotifications(member.id)).newest });
  },
};

/** Carries one act out, in the database and in the world. Whatever is refused changes neither. */
export async function carryOut(world: World, given: Act): Promise<void> {
  const member = the(world.members, given.who);
  const [thread, other] = [the(world.threads, given.n), the(world.members, given.n).id];
  const thing = world.thing(given.kind ?? "thread", given.n);
  const key = `${member.id} ${thing.kind} ${thing.id}`;
  await doings[given.do]?.({ world, member, thread, thing, other, key, given });
}

async function chooseLevel({ world, member, thing, key, given: { level = "off" } }: Doing): Promise<void> {
  if (level === "off") await unfollow(actorOf(member), thing);
  else if (!(await mayChoose(member, thing))) return;
  else if (thing.kind === "member" && world.blockedEitherWay(member.id, thing.id)) return;
  else await follow(actorOf(member), thing, level as "watch");
  world.mutes.delete(key);
  if (level === "off" && thing.kind !== "thread") world.levels.delete(key);
  else world.levels.set(key, level);
}

async function muteThing({ world, member, thing, key }: Doing): Promise<void> {
  if (!(await mayChoose(member, thing))) return;
  await mute(actorOf(member), thing);
  world.mutes.add(key);
  if (world.levels.has(key)) world.levels.set(key, "off");
}

async function mayChoose(member: Member, { kind, id }: Thing): Promise<boolean> {
  return kind === "thread" ? isVisible(id) : !(kind === "member" && id === member.id);
}

type State = { hiddenAt: Date | null; hiddenBy: number | null };

async function setThread({ id }: Thread, state: State): Promise<void> {
  await db.update(threads).set(state).where(eq(threads.id, id));
}

async function setComment({ id }: Thread, position = 1, state: State): Promise<void> {
  await db
    .update(comments)
    .set(state)
    .where(and(eq(comments.threadId, id), eq(comments.position, position)));
}

async function say({ world, member, thread, given: { replyTo, names, worded } }: Doing): Promise<void> {
  const body = `So I did. @${the(world.members, names ?? 0).handle} ${worded ? word : ""}`;
  // Under what is hidden nobody writes, nor in answer to it.
  await postComment(actorOf(member), { thread: thread.id, replyTo: replyTo || null, body, key: "" }).catch(() => {});
}

export async function isVisible(threadId: number): Promise<boolean> {
  const [thread] = await db.select({ visible: threads.visible }).from(threads).where(eq(threads.id, threadId));
  return thread?.visible ?? false;
}
