import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

const received: ParsedMail[] = [];
const refuseFirst = { times: 0 };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    if (refuseFirst.times-- > 0) {
      stream.resume();
      stream.on("end", () => done(Object.assign(new Error("try again later"), { responseCode: 451 })));
      return;
    }
    simpleParser(stream)
      .then((mail) => received.push(mail))
      .then(() => done(), done);
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  // Read once, by the first module that asks for settings, so this stands before every import of ours.
  vi.stubEnv("UNKNOT_MODE", "real");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Unknot <hello@example.org>");
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

it("sends the link by the mail server, from the job that stood beside the token", async () => {
  const { requestSignIn } = await import("@/lib/members/request-sign-in");
  const { startWorker } = await import("./worker");
  await requestSignIn({ email: "ana@example.org", name: "Ana “Nan” Öz", next: "/me", network: "203.0.113.7" });
  const worker = await startWorker();
  await vi.waitFor(() => expect(received).toHaveLength(1), 10_000);
  await worker.stop();
  const [mail] = received;
  expect(mail?.to).toMatchObject({ value: [{ address: "ana@example.org", name: "Ana “Nan” Öz" }] });
  expect(mail?.from?.text).toContain("hello@example.org");
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/auth\/confirm\?token=[\w-]{20,}/);
  expect(mail?.html).toContain("/auth/confirm?token=");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
});

it("tries again when the mail server is busy, with the same message id", async () => {
  received.length = 0;
  refuseFirst.times = 1;
  const { requestSignIn } = await import("@/lib/members/request-sign-in");
  const { startWorker } = await import("./worker");
  await requestSignIn({ email: "bo@example.org", name: "Bo", next: "/me", network: "203.0.113.8" });
  const worker = await startWorker();
  await vi.waitFor(() => expect(received).toHaveLength(1), 12_000);
  await worker.stop();
  expect(received[0]?.messageId).toMatch(/^<sign-in-[0-9a-f]{32}@localhost>$/);
});
