"use server";

import { cookies } from "next/headers";
import { formAction } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { currentNetwork } from "@/lib/platform/network";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { localPath } from "@/lib/platform/urls";
import { chooseHandle } from "./choose-handle";
import { claimFirstAdmin } from "./claim-first-admin";
import { editBio } from "./edit-bio";
import { memberRefusals as refusals } from "./labels";
import { requestSignIn } from "./request-sign-in";
import { bioSchema, firstAdminSchema, handleSchema, nothingSchema, signInSchema } from "./schema";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";

export const requestSignInAction = formAction({ who: "anyone", schema: signInSchema, refusals }, async (input) => {
  await requestSignIn({ ...input, next: localPath(input.next, "/me"), network: await currentNetwork() });
  return { href: "/auth/sent" };
});

export const claimFirstAdminAction = formAction(
  { who: "anyone", schema: firstAdminSchema, refusals },
  async (input) => {
    await claimFirstAdmin({ ...input, network: await currentNetwork() });
    return { href: "/auth/sent" };
  },
);

export const chooseHandleAction = formAction(
  { who: "account", schema: handleSchema, refusals },
  async (input, viewer) => {
    await chooseHandle(viewer.accountId, input.handle);
    return { href: localPath(input.next, "/me") };
  },
);

export const editBioAction = formAction({ who: "member", schema: bioSchema }, async (input, actor) => {
  await editBio(actor, input.bio);
  return { href: `/members/${actor.handle}` };
});

export const signOutAction = formAction({ who: "anyone", schema: nothingSchema }, async () => {
  const name = sessionCookieName(env().secureCookies);
  const jar = await cookies();
  const token = jar.get(name)?.value;
  if (token) await signOut(token);
  jar.set(name, "", { path: "/", secure: env().secureCookies, httpOnly: true, sameSite: "lax", maxAge: 0 });
  return { href: "/" };
});

export const signOutEverywhereAction = formAction({ who: "account", schema: nothingSchema }, async (_input, viewer) => {
  await signOutEverywhere(viewer.accountId);
  return { href: "/auth/sign-in" };
});
