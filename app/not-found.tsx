import type { Metadata } from "next";
import { NothingHere } from "@/components/layout/nothing-here";

export const metadata: Metadata = { title: "Not here", robots: { index: false } };

export default function NotFound() {
  return <NothingHere />;
}
