"use client";

import { useEffect, useState } from "react";
import { useViewer } from "@/components/ui/page-slots";
import { sendWaiting } from "./exchange";

type Props = {
  /** Nothing is said about it: the page is about something else. */
  quiet?: boolean;
};

/** Gives the account what this browser could only keep for itself, as when a session was over, and says so. */
export function SendWaiting({ quiet = false }: Props) {
  const member = useViewer()?.memberId;
  const [taken, setTaken] = useState(0);

  useEffect(() => {
    if (member !== undefined) void sendWaiting(member, true).then(setTaken);
  }, [member]);

  if (quiet) return null;
  return (
    <div role="status">
      {taken > 0 && (
        <p className="note">
          What was kept on this device only is with your account now. <a href="/me/drafts">Show it in the list</a>
        </p>
      )}
    </div>
  );
}
