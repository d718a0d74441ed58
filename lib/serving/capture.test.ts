import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as soon } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { capture, pageRequest, type Captured } from "./capture";
import { dependOn, newPageContext, pageAudience } from "./context";

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

function captured(answer: Answer, url = "/"): Promise<Captured> {
  const handler = async (request: IncomingMessage, response: ServerResponse) => void (await answer(response, request));
  return capture(handler, pageRequest(url, { host: "localhost" }), newPageContext("public"));
}

const bodyOf = async (answer: Answer) => (await captured(answer)).body.toString();

describe("an answer of Next", () => {
  it("is whole, in whatever pieces it comes", async () => {
    const body = await bodyOf(async (response) => {
      response.write("<p>");
      response.write(Buffer.from("Grüße"));
      await soon();
      response.write("c3bc", "hex");
      response.write(new Uint8Array([0x21]));
      response.end("</p>");
    });
    expect(body).toBe("<p>Grüßeü!</p>");
  });

  it("does not change when the handler uses its buffer again", async () => {
    const body = await bodyOf((response) => {
      const buffer = Buffer.from("first");
      response.write(buffer);
      buffer.write("again");
      response.end(buffer);
    });
    expect(body).toBe("firstagain");
  });

  it("tells each writer that it may go on", async () => {
    const told: string[] = [];
    const body = await bodyOf((response) => {
      expect(response.write("a", () => told.push("write"))).toBe(true);
      response.write("b", "utf8", () => told.push("write with encoding"));
      response.on("finish", () => told.push("finish"));
      response.on("close", () => told.push("close"));
      response.end(() => told.push("end"));
    });
    expect(body).toBe("ab");
    expect(told).toEqual(["write", "write with encoding", "end", "finish", "close"]);
  });

  it("takes a stream", async () => {
    const parts = Array.from({ length: 300 }, (_, index) => `${index},`);
    expect(await bodyOf((response) => pipeline(Readable.from(parts), response))).toBe(parts.join(""));
  });

  it("ends once", async () => {
    const body = await bodyOf((response) => {
      response.end("all");
      response.end("more");
    });
    expect(body).toBe("all");
  });

  it.each<[string, Answer, Partial<Captured>]>([
    ["by writeHead", (r) => r.writeHead(404, { "content-type": "text/plain" }).end(), { status: 404 }],
    ["with a reason", (r) => r.writeHead(404, "Gone", { "content-type": "text/plain" }).end(), { status: 404 }],
    ["by setting", (r) => ((r.statusCode = 404), r.setHeader("Content-Type", "text/plain"), r.end()), { status: 404 }],
  ])("keeps its status and headers, set %s", async (_how, answer, expected) => {
    expect(await captured(answer)).toMatchObject({ ...expected, headers: { "content-type": "text/plain" } });
  });

  it("may lead elsewhere and set cookies", async () => {
    const answer = await captured((response) => {
      response.setHeader("set-cookie", ["a=1"]);
      response.appendHeader("set-cookie", "b=2");
      response.writeHead(303, { location: "/posts/1" }).end();
    });
    expect(answer).toMatchObject({ status: 303, headers: { location: "/posts/1", "set-cookie": ["a=1", "b=2"] } });
    expect(answer.body).toHaveLength(0);
  });

  it("says when its headers are out, so that Next does not set them again", async () => {
    const seen: boolean[] = [];
    await captured((response) => {
      seen.push(response.headersSent);
      response.flushHeaders();
      seen.push(response.headersSent);
      response.end();
      seen.push(response.writableEnded || response.finished);
    });
    expect(seen).toEqual([false, true, true]);
  });

  it.each<[string, Answer]>([
    ["at once", () => fails()],
    ["later", async () => (await soon(), fails())],
    ["in the middle", async (response) => (response.write("<p>"), await soon(), fails())],
  ])("fails when the handler throws %s", async (_when, answer) => {
    await expect(captured(answer)).rejects.toThrow("the page broke");
  });

  it("fails when a handler throws that is no promise", async () => {
    await expect(capture(() => fails(), pageRequest("/", {}), newPageContext("public"))).rejects.toThrow("broke");
  });
});

describe("while a page is rendered", () => {
  it("it finds its own context, also when another runs beside it", async () => {
    const contexts = [newPageContext("public"), newPageContext("members")];
    const handler = async (request: IncomingMessage, response: ServerResponse) => {
      await soon();
      dependOn(String(request.url));
      await soon();
      response.end(pageAudience());
    };
    const answers = await Promise.all(
      contexts.map((context, index) => capture(handler, pageRequest(`/${index}`, {}), context)),
    );
    expect(answers.map(({ body }) => body.toString())).toEqual(["public", "members"]);
    expect(contexts.map(({ tags }) => [...tags])).toEqual([["/0"], ["/1"]]);
  });

  it("the request is a GET with nothing of a reader in it", async () => {
    const { body } = await captured(async (response, request) => {
      const sent = await request.toArray();
      response.end(JSON.stringify([request.method, request.url, request.headers, sent]));
    }, "/posts/1?page=2");
    expect(JSON.parse(body.toString())).toEqual(["GET", "/posts/1?page=2", { host: "localhost" }, []]);
  });
});

function fails(): never {
  throw new Error("the page broke");
}
