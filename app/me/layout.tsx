import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false } };

/** A member's own rooms. */
export default function OwnLayout({ children }: { children: ReactNode }) {
  return (
    <div className="frame frame-narrow">
      <nav aria-label="Your own pages">
        <ul className="tabs tabs-own">
          <li className="for-member">
            <a href="/me">Feed</a>
          </li>
          <li className="for-member">
            <a href="/me/notifications">Notifications</a>
          </li>
          <li className="for-member">
            <a href="/me/settings/following">What I follow</a>
          </li>
          <li>
            <a href="/me/drafts">Drafts</a>
          </li>
          <li>
            <a href="/me/testimonials">What I told</a>
          </li>
          <li>
            <a href="/me/statements">From the moderators</a>
          </li>
          <li>
            <a href="/me/settings">Settings</a>
          </li>
        </ul>
      </nav>
      {children}
    </div>
  );
}
