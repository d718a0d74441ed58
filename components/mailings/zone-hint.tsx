"use client";

import { useHydrated } from "@/components/ui/hydrated";

/** Says which zone this device is in, where that is another one. */
export function ZoneHint({ chosen }: { chosen: string }) {
  const here = useHydrated() ? Intl.DateTimeFormat().resolvedOptions().timeZone : chosen;
  return here && here !== chosen ? `This device says ${here.replaceAll("_", " ")}.` : "The clock for all times below.";
}
