import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Counts } from "./counts";
import type { Live } from "./live";
import type { PageCache } from "./page-cache";

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

/** The process's figures in Prometheus' text format. */
export function metricsText(cache: PageCache, live: Live, counts: Counts): string {
  const { counts: pages } = cache;
  const outcomes = ["hits", "stale", "misses", "bypassed"] as const;
  const lines = [
    "# TYPE unknot_pages_total counter",
    ...outcomes.map((outcome) => `unknot_pages_total{outcome="${outcome}"} ${pages[outcome]}`),
    "# TYPE unknot_renders_total counter",
    `unknot_renders_total ${pages.renders}`,
    "# TYPE unknot_renders_discarded_total counter",
    `unknot_renders_discarded_total ${pages.discarded}`,
    "# TYPE unknot_purges_total counter",
    `unknot_purges_total ${pages.purges}`,
    "# TYPE unknot_page_cache_bytes gauge",
    `unknot_page_cache_bytes ${cache.bytes}`,
    "# TYPE unknot_page_cache_pages gauge",
    `unknot_page_cache_pages ${cache.size}`,
    "# TYPE unknot_page_cache_open gauge",
    `unknot_page_cache_open ${cache.isOpen ? 1 : 0}`,
    "# TYPE unknot_live_readers gauge",
    `unknot_live_readers ${live.count}`,
    "# TYPE unknot_count_readers gauge",
    `unknot_count_readers ${counts.count}`,
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    "# TYPE nodejs_eventloop_lag_p99_seconds gauge",
    `nodejs_eventloop_lag_p99_seconds ${(delay.percentile(99) / 1e9).toFixed(6)}`,
  ];
  return `${lines.join("\n")}\n`;
}
