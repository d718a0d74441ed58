"use client";

import { useEffect } from "react";
import { whileInView } from "@/components/live/while-in-view";

/**
 * Leads to what is new. The number is the page's slot, shown by CSS, so it is there at the first paint and without
 * JavaScript; its room is always there, so nothing moves when it comes.
 */
export function NewsLink() {
  useEffect(keepCount, []);
  return (
    <a className="news for-member" href="/me/notifications">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M10 2.8a5 5 0 0 1 5 5v3.4l1.6 2.8H3.4L5 11.2V7.8a5 5 0 0 1 5-5zM8 16.2a2.1 2.1 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
        />
      </svg>
      <span className="menu-label">Notifications</span>
      <span className="news-count" />
      <span className="visually-hidden when-news">new</span>
    </a>
  );
}

/** Whoever only passes through a page needs no number but the one that came with it. */
const stayMs = 2000;

/** Keeps the number true while the page is in view. Returns what ends it. */
function keepCount(): () => void {
  const { dataset } = document.documentElement;
  if (!["member", "staff", "silenced"].includes(dataset.viewer ?? "")) return () => {};
  return whileInView(() => {
    const source = new EventSource("/api/live");
    source.addEventListener("count", ({ data }: MessageEvent<string>) => {
      const { count } = JSON.parse(data) as { count: number };
      dataset.unread = count > 9 ? "more" : count > 0 ? String(count) : "none";
    });
    return () => source.close();
  }, stayMs);
}
