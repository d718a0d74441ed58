import type { ReactNode } from "react";
import { SilencedNote } from "@/components/moderation/silenced-note";

/** The forms are for members; everybody else is told how to become one. */
export default function WriteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="for-member needs-voice">{children}</div>
      <div className="frame frame-narrow for-silenced">
        <SilencedNote />
      </div>
      <div className="frame frame-narrow for-visitor">
        <div className="page-head">
          <h1>Write with us</h1>
          <p className="lead">To write, you need a name, an e-mail address and a handle. Only the handle is shown.</p>
          <p>
            <a className="button" href="/auth/sign-in?next=/write">
              Join or sign in
            </a>
          </p>
        </div>
      </div>
      <div className="frame frame-narrow for-joining">
        <div className="page-head">
          <h1>One step is missing</h1>
          <p className="lead">Choose the handle that people will know you by.</p>
          <p>
            <a className="button" href="/auth/welcome?next=/write">
              Choose a handle
            </a>
          </p>
        </div>
      </div>
    </>
  );
}
