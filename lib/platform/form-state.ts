/** What was typed, by field name; given back after every refusal. */
export type FormValues = Record<string, string | string[]>;

/** What the author of a text should see before it is sent. The form sends `seen` back as it is. */
export type Pause = { seen: string; cards: ("crisis" | "red_flag")[]; notes: string[] };

/**
 * What a form shows after it was sent. `refused` carries the sentence for the whole form (if there is one),
 * a sentence per field and everything that was typed. `done` says where to go next, or what to say.
 */
export type FormState =
  | { status: "idle" }
  | {
      status: "refused";
      message?: string;
      signIn?: boolean;
      pause?: Pause;
      /** Somebody else was first: what the page shows is out of date. */
      stale?: boolean;
      fields: Record<string, string>;
      values: FormValues;
    }
  | { status: "done"; href?: string; message?: string };

export const idle: FormState = { status: "idle" };
