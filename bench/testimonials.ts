import type { Sql } from "postgres";
import { getNumbers } from "@/lib/insights/queries";
import { filters, sorts, type Filter, type FilterName } from "@/lib/testimonials/schema";
import { listTestimonials } from "@/lib/testimonials/queries-browse";

export const testimonialCount = 50_000;

/**
 * 50,000 testimonials about the sample's techniques, with answers spread unevenly: some migraine types are rare, as they
 * are in life. Triggers rest meanwhile, and all counts are made at once at the end.
 */
export async function addTestimonials(pool: Sql): Promise<void> {
  await pool.begin(async (tx) => {
    await tx`SET LOCAL ROLE NONE`;
    await tx`SET LOCAL session_replication_role = replica`;
    await tx`
      WITH who AS (SELECT min(id) AS first, count(*) AS many FROM members WHERE handle LIKE 'load\\_%'),
      made AS (
        INSERT INTO threads (kind, audience, technique_id, author_id, title, slug, excerpt, created_at, published_at,
          last_activity_at, thanks_count)
        SELECT 'testimonial', (CASE WHEN n % 3 = 0 THEN 'members' ELSE 'public' END)::audience,
          (SELECT id FROM techniques ORDER BY id OFFSET n % (SELECT count(*) FROM techniques) LIMIT 1),
          who.first + n % who.many, 'What it did to me, number ' || n, 'told-' || n, 'It took a while before I could say anything.',
          at, at, at, (random() ^ 6 * 90)::int
        FROM generate_series(1, ${testimonialCount}::int) n, who, LATERAL (SELECT now() - interval '3 years' - n * interval '20 minutes' AS at) AS at
        RETURNING id, technique_id, published_at)
      INSERT INTO health.testimonials (thread_id, seal, technique_id, told_at, pipeline, given_by, setting, areas, effect,
        effect_days, effect_intensity, effect_length, function_before, function_after, relief, unwanted, continuing,
        stopped_why, touch_painful, migraine_type, shown_at, counted_at)
      SELECT id, 'load-' || id, technique_id, published_at, 1,
        (enum_range(NULL::given_by))[1 + floor(random() ^ 2 * 5)], (enum_range(NULL::setting))[1 + floor(random() ^ 2 * 5)],
        (ARRAY['{neck}', '{head,neck}', '{head}', '{jaw,shoulders}', '{feet}'])[1 + floor(random() ^ 2 * 5)]::area[],
        (enum_range(NULL::effect))[1 + floor(random() * 5)], (enum_range(NULL::change))[1 + floor(random() * 4)],
        (enum_range(NULL::change))[1 + floor(random() * 6)], (enum_range(NULL::change))[1 + floor(random() * 6)],
        floor(random() * 4), floor(random() * 4), (enum_range(NULL::relief))[1 + floor(random() * 7)],
        ARRAY[(enum_range(NULL::unwanted))[1 + floor(random() ^ 2 * 4)]], NULL, NULL,
        (enum_range(NULL::touch_painful))[1 + floor(random() * 6)], (enum_range(NULL::migraine_type))[1 + floor(random() ^ 4 * 9)],
        published_at, CASE WHEN random() < 0.8 THEN published_at END
      FROM made`;
  });
  await pool.begin(async (tx) => {
    await tx`SET LOCAL ROLE NONE`;
    await tx`SELECT health.recount()`;
  });
}

/** Every technique and all of them, every filter and none, both orders: what one page of /what-helped asks for. In ms, sorted. */
export async function askEveryFilter(pool: Sql): Promise<number[]> {
  const techniques = await pool<{ id: string }[]>`SELECT id FROM techniques ORDER BY id`;
  const every: Filter[] = [null];
  for (const name of Object.keys(filters) as FilterName[]) {
    for (const value of filters[name]) every.push({ name, value });
  }
  const times: number[] = [];
  for (const techniqueId of [undefined, ...techniques.map(({ id }) => Number(id))]) {
    for (const filter of every) {
      for (const sort of sorts) {
        const start = performance.now();
        await Promise.all([
          listTestimonials("members", { techniqueId, filter }, sort, { page: 1 }),
          getNumbers(techniqueId ?? null, filter),
        ]);
        times.push(performance.now() - start);
      }
    }
  }
  return times.sort((a, b) => a - b);
}
