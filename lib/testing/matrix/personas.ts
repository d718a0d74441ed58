import { randomBytes } from "node:crypto";
import type { Role } from "@/lib/platform/actor";
import { decideCase } from "@/lib/moderation/decide-case";
import type { Penalty } from "@/lib/moderation/schema";
import { actorOf } from "../actors";
import { aMember, anAccount, aThread, type Member } from "../factories";
import { aCase } from "../reports";
import { signedIn } from "../signed-in";

export const personas = [
  "visitor",
  "joining",
  "member",
  "newcomer",
  "silenced",
  "suspended",
  "banned",
  "provider",
  "editor",
  "moderator",
  "admin",
] as const;
export type Persona = (typeof personas)[number];

/** What becomes of an attempt: `done`, or the code of its refusal; of a page `200`, `404` or where it leads. */
export type Outcomes = Record<Persona, string>;

const roles: Partial<Record<Persona, Role>> = {
  provider: "provider",
  editor: "editor",
  moderator: "moderator",
  admin: "admin",
};
const penalties: Partial<Record<Persona, { penalty: Penalty; days?: number }>> = {
  silenced: { penalty: "silence", days: 1 },
  suspended: { penalty: "suspend", days: 1 },
  banned: { penalty: "ban" },
};

export type Somebody = { member: Member | null; cookies: Record<string, string> };

/** Somebody of this kind, who has done nothing yet, with a session. */
export async function somebody(persona: Persona): Promise<Somebody> {
  if (persona === "visitor") return { member: null, cookies: {} };
  if (persona === "joining") return { member: null, cookies: (await signedIn((await anAccount()).id)).cookies };
  const joinedAt = persona === "newcomer" ? new Date() : undefined;
  const member = await aMember({ role: roles[persona] ?? "member", ...(joinedAt ? { joinedAt } : {}) });
  const penalty = penalties[persona];
  if (penalty) await restrict(member, penalty);
  return { member, cookies: (await signedIn(member.accountId)).cookies };
}

/** By a decision, as it happens in life. */
async function restrict(author: Member, penalty: { penalty: Penalty; days?: number }): Promise<void> {
  const { id, version } = await aCase({ thread: await aThread({ author }) });
  const moderator = actorOf(await aMember({ role: "moderator" }));
  const decision = { measure: "keep", rule: "kindness", reason: "It was unkind to the person." } as const;
  await decideCase(moderator, { case: id, version, ...decision, ...penalty });
}

/** A form key that was never sent. */
export const aFormKey = () => randomBytes(16).toString("base64url");

const nobody = { visitor: "signed_out", joining: "no_handle_yet" };
const shutOut = { suspended: "suspended", banned: "banned" };

/** The same for everybody who has a handle and an account that is open. */
export function members(outcome: string): Outcomes {
  const all = Object.fromEntries(personas.map((persona) => [persona, outcome])) as Outcomes;
  return { ...all, ...nobody, ...shutOut };
}

/** What needs a voice. */
export const speakers = (outcome: string): Outcomes => ({ ...members(outcome), silenced: "silenced" });

/** One's own words, data and rights, which nobody loses. */
export const everyMember = (outcome: string): Outcomes => ({
  ...members(outcome),
  suspended: outcome,
  banned: outcome,
});

export const moderators = (outcome: string): Outcomes => ({
  ...members("not_allowed"),
  moderator: outcome,
  admin: outcome,
});

export const editors = (outcome: string): Outcomes => ({ ...members("not_allowed"), editor: outcome, admin: outcome });

export const anyone = (outcome: string): Outcomes =>
  Object.fromEntries(personas.map((persona) => [persona, outcome])) as Outcomes;
