import type { Metadata } from "next";
import { localPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[]; next?: string | string[] }> };

/** Opening this uses nothing up: mail scanners open links. Only the button does. */
export default async function Confirm({ searchParams }: Props) {
  const { token, next } = await searchParams;
  return (
    <>
      <div className="page-head">
        <h1>Welcome</h1>
        <p className="lead">Press the button and you are signed in on this device.</p>
      </div>
      <form className="card stack" method="get" action="/api/auth/callback/email">
        <input type="hidden" name="token" value={[token].flat()[0] ?? ""} />
        <input type="hidden" name="callbackUrl" value={localPath(next, "/me")} />
        <div>
          <button className="button">Sign in</button>
        </div>
        <p className="quiet">You stay signed in for 30 days. On a device that is not yours, sign out when you leave.</p>
      </form>
    </>
  );
}
