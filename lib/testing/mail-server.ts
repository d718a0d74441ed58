import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** What has come, the first first. */
  received: ParsedMail[];
  /** Is busy for so many mails to come. */
  refuse: (times: number) => void;
  stop: () => Promise<void>;
};

/** A mail server of its own, for tests of what really leaves. */
export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
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
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (times) => (refusals = times),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
