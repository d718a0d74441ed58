import type { IncomingMessage } from "node:http";
import { isShutOut, type Viewer } from "@/lib/platform/actor";
import { describeError, log } from "@/lib/platform/log";
import type { Subject } from "./context";

export type NoteReading = (reading: { memberId: number; threadId: number }) => Promise<void>;

/** What was sent: a version of a page, which is another object when the page changes. */
type Sent = { template: object; subject: Subject | null };

/** Notes what members have before them: of each version of a thread's page, and for each member, once. */
export class Readings {
  #note: NoteReading;
  #sentTo = new WeakMap<object, Set<number>>();

  constructor(note: NoteReading) {
    this.#note = note;
  }

  /** Waits for nothing. What is only fetched beforehand is not read, and what fails is noted with the next page. */
  sent(request: IncomingMessage, { template, subject }: Sent, viewer: Viewer | null): void {
    const memberId = viewer?.memberId;
    if (!memberId || isShutOut(viewer) || subject?.kind !== "thread" || request.method !== "GET") return;
    if (String(request.headers["sec-purpose"] ?? "").includes("prefetch")) return;
    const sentTo = this.#sentTo.get(template) ?? new Set();
    this.#sentTo.set(template, sentTo);
    if (sentTo.has(memberId)) return;
    sentTo.add(memberId);
    this.#note({ memberId, threadId: subject.id }).catch((error: unknown) => {
      sentTo.delete(memberId);
      log.warn({ err: describeError(error) }, "a reading was not noted");
    });
  }
}
