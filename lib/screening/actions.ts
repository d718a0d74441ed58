"use server";

import { formAction } from "@/lib/platform/action";
import { allowHost } from "./allow-host";
import { screeningRefusals as refusals } from "./labels";
import { removeHost } from "./remove-host";
import { retirePhrase } from "./retire-phrase";
import { addPhraseSchema, hostSchema, retirePhraseSchema } from "./schema";
import { watchPhrase } from "./watch-phrase";

const page = "/staff/phrases";

export const watchPhraseAction = formAction(
  { who: "moderator", schema: addPhraseSchema, refusals },
  async (input, actor) => {
    const { id } = await watchPhrase(actor, input);
    return { href: `${page}#phrase-${id}` };
  },
);

export const retirePhraseAction = formAction(
  { who: "moderator", schema: retirePhraseSchema, refusals },
  async (input, actor) => {
    await retirePhrase(actor, input.phrase);
    return { href: `${page}#phrases` };
  },
);

export const allowHostAction = formAction({ who: "moderator", schema: hostSchema, refusals }, async (input, actor) => {
  await allowHost(actor, input.host);
  return { href: `${page}#hosts` };
});

export const removeHostAction = formAction({ who: "moderator", schema: hostSchema, refusals }, async (input, actor) => {
  await removeHost(actor, input.host);
  return { href: `${page}#hosts` };
});
