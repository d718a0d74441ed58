"use server";

import { formAction } from "@/lib/platform/action";
import { passOffer } from "./pass-offer";
import { sayEnergy } from "./say-energy";
import { energySchema, passSchema } from "./schema";

/** Where the card stands, so that its reader comes back to it. */
const card = "/me#energy";

export const sayEnergyAction = formAction({ who: "member", schema: energySchema }, async (input, actor) => {
  await sayEnergy(actor, input);
  return { href: card };
});

export const passOfferAction = formAction({ who: "member", schema: passSchema }, async (input, actor) => {
  await passOffer(actor, input.thread);
  return { href: card };
});
