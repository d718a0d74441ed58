import { z } from "zod";
import { choiceField, formKeyField, idField } from "@/lib/platform/text";

/** For how many first answers somebody has energy. More than three in a day is work, and nobody owes any. */
export const answerCounts = ["0", "1", "2", "3"] as const;

export const energySchema = z.object({
  answers: choiceField(answerCounts, "Please choose a number from 0 to 3.").transform(Number),
  key: formKeyField,
});

export const passSchema = z.object({ thread: idField, key: formKeyField });
