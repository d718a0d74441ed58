"use server";

import { formAction } from "@/lib/platform/action";
import { currentNetwork } from "@/lib/platform/network";
import { localPath } from "@/lib/platform/urls";
import { chooseHandle } from "./choose-handle";
import { claimFirstAdmin } from "./claim-first-admin";
import { editBio } from "./edit-bio";
import { memberRefusals as refusals } from "./labels";
import { requestSignIn } from "./request-sign-in";
import { bioSchema, buttonSchema, firstAdminSchema, handleSchema, signInSchema } from "./schema";
import { tryMailAgain } from "./try-mail-again";

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

export const tryMailAgainAction = formAction(
  { who: "member", schema: buttonSchema, suspendedToo: true },
  async (_input, actor) => {
    await tryMailAgain(actor);
    return { href: "/me/settings/mail" };
  },
);
