import { createServer } from "node:net";
import { Trouble } from "./say.mjs";

/** @returns {number} the port that people will type */
export function wantedPort() {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(`PORT must be a number from 1 to 65535, and it is "${given}".`);
  }
  return port;
}

/** @param {string} command what was typed, for the advice */
export async function requireFreePort(port, host, command) {
  // Where "localhost" means ::1 first, somebody else's page would answer there.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const each of hosts) {
    const code = await tryToListen(port, each);
    if (code === "EADDRINUSE") {
      const other = port < 65_535 ? port + 1 : 3000;
      throw new Trouble(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${other} ${command}`);
    }
    if (code === "EACCES") throw new Trouble(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
    if (code && each === host) throw new Trouble(`This machine cannot listen on ${host}. Check HOST.`);
  }
}

export function isFreePort(port) {
  return tryToListen(port, "127.0.0.1").then((code) => code === null);
}

export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer().once("error", (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
