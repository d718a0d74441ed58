import type { Metadata } from "next";
import type { ReactNode } from "react";
import { editorRoles } from "@/lib/articles/schema";
import { isStaff } from "@/lib/platform/actor";
import { currentViewer } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { robots: { index: false } };

/** The menu shows each person what is theirs; every page has its own gate. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = currentViewer();
  return (
    <div className="frame">
      <nav aria-label="For staff">
        <ul className="tabs">
          {isStaff(viewer) && (
            <>
              <li>
                <a href="/staff/queue">Queue</a>
              </li>
              <li>
                <a href="/staff/appeals">Appeals</a>
              </li>
              <li>
                <a href="/staff/phrases">Phrases</a>
              </li>
              <li>
                <a href="/staff/log">Log</a>
              </li>
              <li>
                <a href="/staff/templates">Texts</a>
              </li>
            </>
          )}
          {editorRoles.some((role) => role === viewer?.role) && (
            <>
              <li>
                <a href="/staff/articles">Articles</a>
              </li>
              <li>
                <a href="/staff/newsletter">Newsletter</a>
              </li>
            </>
          )}
        </ul>
      </nav>
      {children}
    </div>
  );
}
