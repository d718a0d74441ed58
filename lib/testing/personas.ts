import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { makePersona } from "@/lib/testimonials/make-persona";
import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { actorOf } from "./actors";
import { aTechnique, type Member } from "./factories";
import { threadRow } from "./rows";
import { aTold } from "./told";

/** A name that a member has made for one testimonial. */
export async function aPersona({ of }: { of: { id: number } }): Promise<Member> {
  const id = await db.transaction((tx) => makePersona(tx, of.id));
  return memberRow(id);
}

/** What a member told under a name made for it, and that name. */
export async function toldAsPersona({ by }: { by: Member }) {
  const technique = await aTechnique();
  const { id } = await tellWhatHelped(actorOf(by), aTold({ technique: technique.slug, naming: "once" }));
  const thread = await threadRow(id);
  return { thread, persona: await memberRow(thread.authorId) };
}

async function memberRow(id: number): Promise<Member> {
  const [row] = await db.select().from(members).where(eq(members.id, id));
  if (!row) throw new Error("the member was not made");
  return row;
}
