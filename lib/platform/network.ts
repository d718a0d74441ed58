import { headers } from "next/headers";

/** The network that a request comes from, as `server.ts` found it: an IPv4 address, or the first 64 bits of an IPv6 one. */
export async function currentNetwork(): Promise<string> {
  return (await headers()).get("x-unknot-network") ?? "unknown";
}
