import type { Metadata } from "next";
import { NothingHere } from "./_shared/shell";

export const metadata: Metadata = { title: "Not here", robots: { index: false } };

export default function NotFound() {
  return <NothingHere />;
}
