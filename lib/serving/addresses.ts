/** What an address is served as. */
export type Route =
  | { kind: "health"; path: "/healthz" | "/readyz" | "/metrics" }
  | { kind: "asset" }
  /** Next's own, which only its development client asks for. */
  | { kind: "internal" }
  | { kind: "live"; thread: number }
  /** What is new for one member, while their page stands open. */
  | { kind: "counts" }
  | { kind: "own" }
  /** A shared page, with the address that it is cached and rendered under. */
  | { kind: "shared"; url: string };

export const maxAddressLength = 2000;

/** Everything under these is one reader's own and never cached. */
const ownAreas = ["me", "staff", "auth", "api", "dev"];

/** A file of the build. Whatever else Next would answer with a page of its own, whose slots nobody fills. */
const asset = /^\/(_next\/static\/[\w.~[\]()-]+(\/[\w.~[\]()-]+)*|icon\.svg)$/;

/** The parameters that shared pages know, in the order of their cache key. Others change nothing, so they are dropped. */
const known = ["technique", "among", "sort", "kind", "month", "page", "before"];

/** What only one page knows. */
const knownBy: Record<string, string[]> = {
  "/report": ["address"],
  "/newsletter/confirm": ["token"],
  "/newsletter/leave": ["token"],
  "/unsubscribe": ["token"],
};

/**
 * Where mail programs send the one press that takes their reader off a list (RFC 8058), from wherever they are. What is
 * in the address is all that it needs; no other form is taken from elsewhere.
 */
export function isOneClick(address: string): boolean {
  return address.startsWith("/api/unsubscribe?") || address === "/api/unsubscribe";
}

/**
 * Sorts an address.
 * @returns null for one that cannot be read
 */
export function routeOf(address: string): Route | null {
  if (!address.startsWith("/") || address.startsWith("//")) return null;
  const url = URL.parse(address, "http://localhost");
  if (!url || !isWellFormed(url.pathname)) return null;
  const { pathname } = url;
  if (pathname === "/healthz" || pathname === "/readyz" || pathname === "/metrics")
    return { kind: "health", path: pathname };
  if (asset.test(pathname)) return { kind: "asset" };
  if (pathname.startsWith("/_next/") || pathname === "/favicon.ico") return { kind: "internal" };
  const live = pathname.match(/^\/api\/threads\/([1-9]\d{0,14})\/live$/);
  if (live) return { kind: "live", thread: Number(live[1]) };
  if (pathname === "/api/live") return { kind: "counts" };
  if (ownAreas.includes(pathname.split("/")[1] ?? "") || pathname === "/dev/mailbox.json") return { kind: "own" };
  return { kind: "shared", url: pathname + sharedQuery(pathname, url.searchParams) };
}

function sharedQuery(pathname: string, given: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of [...known, ...(knownBy[pathname] ?? [])]) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value.slice(0, 100));
  }
  return kept.size > 0 ? `?${kept}` : "";
}

function isWellFormed(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\u0000");
  } catch {
    return false;
  }
}
