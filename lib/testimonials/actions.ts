"use server";

import { formAction } from "@/lib/platform/action";
import { threadPath } from "@/lib/platform/urls";
import { editTestimonial } from "./edit-testimonial";
import { testimonialRefusals as refusals } from "./labels";
import { editTestimonialSchema, tellSchema } from "./schema";
import { tellWhatHelped } from "./tell-what-helped";

export const tellWhatHelpedAction = formAction(
  { who: "member", schema: tellSchema, refusals },
  async (input, actor) => ({
    href: threadPath(await tellWhatHelped(actor, input)),
  }),
);

export const editTestimonialAction = formAction(
  { who: "member", schema: editTestimonialSchema, refusals },
  async (input, actor) => ({
    href: threadPath(await editTestimonial(actor, input)),
  }),
);
