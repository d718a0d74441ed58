import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startMailServer, type MailServer } from "@/lib/testing/mail-server";

let server: MailServer;
let ours: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  server = await startMailServer();
  ours = await load();
}, 60_000);

async function load() {
  const [{ requestSignIn }, { startWorker }] = await Promise.all([
    import("@/lib/members/request-sign-in"),
    import("./worker"),
  ]);
  return { requestSignIn, startWorker };
}

afterAll(() => server.stop());

it("sends the link by the mail server, from the job that stood beside the token", async () => {
  await ours.requestSignIn({ email: "ana@example.org", name: "Ana “Nan” Öz", next: "/me", network: "203.0.113.7" });
  const worker = await ours.startWorker();
  await vi.waitFor(() => expect(server.received).toHaveLength(1), 10_000);
  await worker.stop();
  const [mail] = server.received;
  expect(mail?.to).toMatchObject({ value: [{ address: "ana@example.org", name: "Ana “Nan” Öz" }] });
  expect(mail?.from?.text).toContain("hello@example.org");
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/auth\/confirm\?token=[\w-]{20,}/);
  expect(mail?.html).toContain("/auth/confirm?token=");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
});

it("tries again when the mail server is busy, with the same message id", async () => {
  server.received.length = 0;
  server.refuse(1);
  await ours.requestSignIn({ email: "bo@example.org", name: "Bo", next: "/me", network: "203.0.113.8" });
  const worker = await ours.startWorker();
  await vi.waitFor(() => expect(server.received).toHaveLength(1), 12_000);
  await worker.stop();
  expect(server.received[0]?.messageId).toMatch(/^<sign-in-[0-9a-f]{32}@localhost>$/);
});
