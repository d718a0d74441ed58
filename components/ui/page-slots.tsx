"use client";

import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from "react";

const FormKeyContext = createContext("");

/** Hands the per-response form key to every form of the page. */
export function PageSlots({ formKey, children }: { formKey: string; children: ReactNode }) {
  return <FormKeyContext value={formKey}>{children}</FormKeyContext>;
}

/** The key that makes a double click or a resend of this page's forms have one effect. */
export function useFormKey(): string {
  return useContext(FormKeyContext);
}

export type ViewerState = {
  handle: string;
  role: string;
  memberId: number;
  unread: number;
  reactions: { position: number; kind: string }[];
};

const never = () => () => {};

/** The reader, from the page's slot; null for a visitor, and during the first render in the browser. */
export function useViewer(): ViewerState | null {
  const encoded = useSyncExternalStore(
    never,
    () => document.documentElement.dataset.state ?? "none",
    () => "none",
  );
  return useMemo(() => decode(encoded), [encoded]);
}

function decode(encoded: string): ViewerState | null {
  if (encoded === "none") return null;
  try {
    return JSON.parse(atob(encoded.replace(/-/g, "+").replace(/_/g, "/"))) as ViewerState;
  } catch {
    return null;
  }
}
