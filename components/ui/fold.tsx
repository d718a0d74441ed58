"use client";

import type { ReactNode } from "react";
import { useRefused } from "./form";

/** Part of a form that is folded away until somebody wants it, or until the form comes back with a complaint. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="fold" open={useRefused() || undefined}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
