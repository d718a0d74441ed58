import NextAuth from "next-auth";
import { env } from "@/lib/platform/env";
import { randomToken } from "@/lib/platform/ids";
import { sessionSeconds } from "@/lib/platform/session";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { authAdapter } from "./auth-adapter";

// Built at the first request: the settings are not there while Next builds.
export const { handlers } = NextAuth(() => {
  const { AUTH_SECRET, APP_URL, secureCookies } = env();
  // next-auth reads its own address from the environment only; never from headers that a client can send.
  process.env.AUTH_URL = new URL("/api/auth", APP_URL).href;
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secureCookies },
  });
  const prefix = secureCookies ? "__Host-" : "";
  return {
    adapter: authAdapter,
    secret: AUTH_SECRET,
    trustHost: true,
    basePath: "/api/auth",
    session: { strategy: "database", maxAge: sessionSeconds, updateAge: 24 * 3600, generateSessionToken: randomToken },
    pages: { signIn: "/auth/sign-in", error: "/auth/link-over", verifyRequest: "/auth/sent" },
    useSecureCookies: secureCookies,
    cookies: {
      sessionToken: cookie(sessionCookieName(secureCookies)),
      callbackUrl: cookie(`${prefix}unknot-callback`),
      csrfToken: cookie(`${prefix}unknot-csrf`),
    },
    providers: [
      {
        id: "email",
        type: "email",
        name: "E-mail",
        maxAge: 600,
        options: {},
        // Never called: links are requested through requestSignIn.
        sendVerificationRequest: async () => {
          throw new Error("sign-in links are requested through requestSignIn");
        },
      },
    ],
    callbacks: {
      // Built by hand: the given object holds the session id and the account's row.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
});
