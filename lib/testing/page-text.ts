import type { Answer } from "./servers";

/** The nonce that the policy of an answer allows; empty for none. */
export function nonceOf({ headers }: Answer): string {
  return String(headers["content-security-policy"]).match(/'nonce-([^']*)'/)?.[1] ?? "";
}

/** The key that the forms of a page send; empty for a page without forms. */
export function formKeyOf({ body }: Answer): string {
  return body.match(/ name="key" value="([^"]*)"/)?.[1] ?? body.match(/formKey\\":\\"([\w-]{22})/)?.[1] ?? "";
}

/** A page without what is new in every response. */
export function lastingText(answer: Answer): string {
  const [nonce, key] = [nonceOf(answer), formKeyOf(answer)];
  const text = nonce ? answer.body.replaceAll(nonce, "") : answer.body;
  return key ? text.replaceAll(key, "") : text;
}
