import type { Metadata } from "next";
import type { ReactNode } from "react";
import { OwnTabs } from "@/components/layout/own-tabs";

export const metadata: Metadata = { robots: { index: false } };

/** A member's own rooms. */
export default function OwnLayout({ children }: { children: ReactNode }) {
  return (
    <div className="frame frame-narrow">
      <OwnTabs />
      {children}
    </div>
  );
}
