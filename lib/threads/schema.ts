import { z } from "zod";
import { formKeyField, idField } from "@/lib/platform/text";

export const threadKinds = ["question", "experience", "advice", "testimonial", "article"] as const;
export type ThreadKind = (typeof threadKinds)[number];

export const withdrawThreadSchema = z.object({ thread: idField, key: formKeyField });
