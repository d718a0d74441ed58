import { env } from "./env";
import { readSignedId, signId } from "./signed-id";

/** One place on a list of mails: the list's name, and the number under which its domain knows who is on it. */
export type ListPlace = { list: string; id: number };

const use = "unsubscribe";

/** Takes somebody off one list for good, whoever has it: it never ends, needs no session, and holds no address. */
export function unsubscribeToken({ list, id }: ListPlace): string {
  return signId(use, { name: list, id });
}

/** The place that a token takes somebody off; null for a token of nobody's. */
export function readUnsubscribeToken(token: string): ListPlace | null {
  const signed = readSignedId(use, token);
  return signed && { list: signed.name, id: signed.id };
}

/** Where a mail program sends one press to (RFC 8058), and where a person who opens it finds a page with a button. */
export function unsubscribeAddress(place: ListPlace): string {
  return new URL(`/api/unsubscribe?token=${unsubscribeToken(place)}`, env().APP_URL).href;
}
