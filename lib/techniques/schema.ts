import { z } from "zod";

const choose = "Please choose a technique.";

/** The slug of a technique, as a form sends it. */
export const techniqueField = z.string({ error: choose }).regex(/^[a-z0-9-]{1,80}$/, choose);
