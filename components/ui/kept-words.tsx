"use client";

import { useState } from "react";
import { Prose } from "./prose";

type Page = { words: Map<string, string> };
type Pages = { getStore(): Page | undefined };

/**
 * Shows markup that stands in the page, and not in its data. On the server it comes from the page under way; in the
 * browser it is there already, and is read from there in case React ever builds this part anew.
 */
export function KeptWords({ name, className }: { name: string; className?: string }) {
  const [html] = useState(() => find(name));
  return <Prose id={name} html={html} className={className} />;
}

function find(name: string): string {
  if (typeof document !== "undefined") return document.getElementById(name)?.innerHTML ?? "";
  // The server's half is in lib/serving/context.ts, which a browser could not load.
  const pages = (globalThis as { [key: symbol]: unknown })[Symbol.for("unknot.render")] as Pages | undefined;
  return pages?.getStore()?.words.get(name) ?? "";
}
