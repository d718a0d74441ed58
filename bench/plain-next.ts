import { createServer } from "node:http";
import next from "next";
import { newPageContext, runInPage } from "@/lib/serving/context";
import { contentSecurityPolicy } from "@/lib/serving/headers";
import { placeholders } from "@/lib/serving/slots";

/**
 * What Unknot's pages are measured against: Next renders the same page of the same build for each request, from the
 * same database, and nothing is kept.
 *
 * It is asked for plain bytes, so it is spared the compression that our own answers carry and that plain Next does per
 * request. Our server with PAGE_CACHE_BYTES=0 would not do: readers who ask at the same moment still share one render.
 */
const app = next({ dev: false, dir: `${import.meta.dirname}/..`, quiet: true });
await app.prepare();
const answer = app.getRequestHandler();

const server = createServer((request, response) => {
  delete request.headers.cookie;
  delete request.headers["accept-encoding"];
  request.headers["content-security-policy"] = contentSecurityPolicy(placeholders().nonce, false);
  runInPage(newPageContext("public"), () => answer(request, response)).catch(() => response.destroy());
});
server.listen(Number(process.env.PORT), process.env.HOST, () => process.send?.("ready"));

process.on("SIGTERM", () => process.exit(0));
