import { createServer, request, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { readBody, withBody } from "./capture";

let server: Server | undefined;
afterEach(() => server?.close());

it("a form that was read can be read again by Next, and is answered on its own connection", async () => {
  server = createServer((first, response) => {
    void readBody(first)
      .then((body) => readBody(withBody(first, body)))
      .then((again) => setImmediate(() => response.end(again)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const words = "what was typed ".repeat(5000);
  const sent = request({ port, host: "127.0.0.1", method: "POST" });
  sent.end(words);
  const [answer] = await once(sent, "response");
  expect((await readBody(answer)).toString() === words).toBe(true);
});
