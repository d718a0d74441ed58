"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in what the server sends and while React takes over, true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
