import { z } from "zod";
import { formKeyField, lineField, textField } from "@/lib/platform/text";

export const signInSchema = z.object({
  email: lineField("Your e-mail address", { min: 1, max: 320 }),
  name: lineField("The name", { min: 0, max: 60 }).refine((name) => !/[/@:<>]|www\./i.test(name), {
    message: "Please use only letters here: the name stands at the top of our mails.",
  }),
  next: z.string().optional(),
  key: formKeyField,
});

export const handleSchema = z.object({
  handle: lineField("The handle", { min: 3, max: 24 })
    .transform((handle) => handle.toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9_]+$/, { error: "Use only letters a to z, digits and _ in a handle." })),
  agree: z.literal("yes", { error: "Please read the guidelines and tick the box." }),
  next: z.string().optional(),
  key: formKeyField,
});

export const bioSchema = z.object({ bio: textField("The text", { min: 0, max: 500 }), key: formKeyField });

/** A form that is a button and nothing else. */
export const buttonSchema = z.object({ key: formKeyField });

export const firstAdminSchema = signInSchema.extend({ token: z.string().max(200).catch("") });
