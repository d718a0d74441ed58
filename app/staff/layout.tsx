import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false } };

export default function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <div className="frame">
      <nav aria-label="For moderators">
        <ul className="tabs">
          <li>
            <a href="/staff/queue">Queue</a>
          </li>
          <li>
            <a href="/staff/log">Log</a>
          </li>
        </ul>
      </nav>
      {children}
    </div>
  );
}
