import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { asActor, isShutOut, isStaff, type Actor, type Viewer } from "./actor";
import { answerWith } from "@/lib/serving/context";
import { currentViewer } from "./current-viewer";
import { Paused, Refusal, type RefusalFacts } from "./errors";
import type { FormState, FormValues } from "./form-state";
import { describeError, log } from "./log";
import { refusalSentence } from "./refusals";

/** Where to go after success, or what to say on the same page. */
export type Outcome = { href: string } | { message: string };

type Who = { anyone: Viewer | null; account: Viewer; member: Actor; moderator: Actor };

type Options<W extends keyof Who, S extends z.ZodType> = {
  who: W;
  schema: S;
  /** Stays possible while the account is suspended or closed: what concerns one's own words, data and rights. */
  suspendedToo?: boolean;
  /** Sentences for the refusal codes of this domain. */
  refusals?: Record<string, string | ((facts: RefusalFacts) => string)>;
};

/**
 * Every server action is made by this: who may send it, what it is given, what people read when it is refused.
 * Works for forms with and without JavaScript; what was typed always comes back.
 */
export function formAction<W extends keyof Who, S extends z.ZodType>(
  options: Options<W, S>,
  run: (input: z.output<S>, who: Who[W]) => Promise<Outcome>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_previous, form) => {
    const values = valuesOf(form);
    const refused = (message: string | undefined, rest: Partial<FormState> = {}): FormState => ({
      status: "refused",
      message,
      fields: {},
      values,
      ...rest,
    });
    try {
      const admitted = admit(options, currentViewer());
      if ("code" in admitted)
        return refused(refusalSentence(admitted.code), { signIn: admitted.code === "signed_out" });
      const parsed = options.schema.safeParse(values);
      if (!parsed.success) return refused(undefined, { fields: sentencesByField(parsed.error) });
      return await finish(await run(parsed.data, admitted.who as Who[W]));
    } catch (error) {
      if (error instanceof Paused) return refused(undefined, { pause: error.pause });
      if (!(error instanceof Refusal)) return rethrowOrExplain(error, refused);
      if (error.status) answerWith(error.status);
      const sentence = refusalSentence(error.code, error.facts, options.refusals);
      return error.field
        ? refused(undefined, { fields: { [error.field]: sentence } })
        : refused(sentence, { stale: error.status === 409 });
    }
  };
}

type Admission = { who: keyof Who; suspendedToo?: boolean };

function admit(
  { who, suspendedToo }: Admission,
  viewer: Viewer | null,
): { who: Viewer | Actor | null } | { code: string } {
  if (who === "anyone") return { who: viewer };
  if (!viewer) return { code: "signed_out" };
  if (who === "account") return { who: viewer };
  const actor = asActor(viewer);
  if (!actor) return { code: "no_handle_yet" };
  if (isShutOut(viewer) && !suspendedToo) return { code: viewer.restriction === "ban" ? "banned" : "suspended" };
  if (who === "moderator" && !isStaff(actor)) return { code: "not_allowed" };
  return { who: actor };
}

/** A browser with JavaScript goes there itself, so that it loads a whole new page; without, the answer is a redirect. */
async function finish(outcome: Outcome): Promise<FormState> {
  if (!("href" in outcome)) return { status: "done", message: outcome.message };
  if ((await headers()).has("next-action")) return { status: "done", href: outcome.href };
  redirect(outcome.href);
}

function rethrowOrExplain(error: unknown, refused: (message: string) => FormState): FormState {
  // Next signals a redirect by throwing; its digest says so.
  if (error instanceof Error && "digest" in error) throw error;
  log.error({ err: describeError(error) }, "an action failed");
  return refused(refusalSentence("broken"));
}

function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

function sentencesByField(error: z.ZodError): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) sentences[String(issue.path[0] ?? "form")] ??= issue.message;
  return sentences;
}
