import type { AddressInfo } from "node:net";
import { Logger, runOnce, type TaskList } from "graphile-worker";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { vi } from "vitest";

export type MailServer = {
  /** What has come, the first first. */
  received: ParsedMail[];
  /** Is busy for so many mails to come. */
  refuse: (times: number) => void;
  /** Answers whatever is for an address with these words, such as "550 5.1.1 no such mailbox"; null takes it again. */
  refuseAddress: (address: string, answer: string | null) => void;
  /** Breaks every connection once so many mails have come; null is there again. */
  vanishAfter: (mails: number | null) => void;
  stop: () => Promise<void>;
};

/**
 * A mail server of its own, for tests of what really leaves, and the settings that lead to it. They are read once, by the
 * first module that asks: what asks for them is imported after this.
 */
export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  let refusals = 0;
  let most: number | null = null;
  const answers = new Map<string, string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onConnect(_session, done) {
      const gone = most !== null && received.length >= most;
      done(gone ? Object.assign(new Error("closing"), { responseCode: 421 }) : null);
    },
    onRcptTo({ address }, _session, done) {
      const [, code, words] = /^(\d{3}) (.*)/.exec(answers.get(address) ?? "") ?? [];
      done(code ? Object.assign(new Error(words), { responseCode: Number(code) }) : null);
    },
    onData(stream, _session, done) {
      if (refusals-- > 0) {
        stream.resume();
        stream.on("end", () => done(Object.assign(new Error("try again later"), { responseCode: 451 })));
        return;
      }
      simpleParser(stream)
        .then((mail) => received.push(mail))
        .then(() => done(), done);
    },
  });
  // A worker that is killed breaks its connection, which is the server's error as well.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("UNKNOT_MODE", "real");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Unknot <hello@example.org>");
  return {
    received,
    refuse: (times) => (refusals = times),
    refuseAddress: (address, answer) => (answer ? answers.set(address, answer) : answers.delete(address)),
    vanishAfter: (mails) => (most = mails),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Works the queue off, once. */
export async function workOff(taskList: TaskList): Promise<void> {
  await runOnce({
    connectionString: process.env.DATABASE_URL ?? "",
    taskList,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    // Only the end that is noted together with others is waited for.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
}
