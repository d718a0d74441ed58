import { sql, type SQL } from "drizzle-orm";
import type { Audience } from "@/lib/serving/context";
import { listThreads, type Place, type ThreadList } from "@/lib/threads/queries";
import type { Filter, Sort } from "./schema";

const columns: Record<NonNullable<Filter>["name"], SQL> = {
  setting: sql`s.setting`,
  givenBy: sql`s.given_by`,
  region: sql`s.region`,
  migraineType: sql`s.migraine_type`,
  touchPainful: sql`s.touch_painful`,
};

/**
 * Testimonials that an audience may read, the newest or the most thanked first, never by what they say. A filter finds
 * only answers that are shown: who keeps one off the page is not found by it.
 */
export function listTestimonials(
  audience: Audience,
  { techniqueId, filter }: { techniqueId?: number; filter: Filter },
  sort: Sort,
  place: Place,
): Promise<ThreadList> {
  const also = filter
    ? sql`EXISTS (SELECT FROM health.shown s WHERE s.thread_id = t.id AND ${columns[filter.name]} = ${filter.value})`
    : undefined;
  const order = sort === "thanked" ? "thanks" : "published";
  return listThreads(audience, { kind: "testimonial", techniqueId, also }, place, order);
}
