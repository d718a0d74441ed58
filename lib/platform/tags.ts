/** What pages depend on and writes announce. A tag that begins with `list:` may be served up to a second old. */
export const tags = {
  thread: (id: number) => `thread:${id}`,
  member: (id: number) => `member:${id}`,
  technique: (id: number) => `technique:${id}`,
  techniques: "techniques",
  home: "list:home",
  threadsOfTechnique: (id: number) => `list:technique:${id}`,
  threadsOfMember: (id: number) => `list:member:${id}`,
  testimonials: "list:testimonials",
  articles: "list:articles",
  transparency: "list:transparency",
  /** Pages whose words are in the code. They still declare something, or they would not be cached. */
  fixed: "fixed",
} as const;

type ListedThread = { id: number; kind: string; techniqueId: number | null; authorId: number };

/** Everything that shows a thread: its page and the lists it stands in. */
export function tagsOfThread(thread: ListedThread): string[] {
  const lists: string[] = [tags.thread(thread.id), tags.home, tags.threadsOfMember(thread.authorId)];
  if (thread.techniqueId) lists.push(tags.threadsOfTechnique(thread.techniqueId));
  if (thread.kind === "testimonial") lists.push(tags.testimonials);
  if (thread.kind === "article") lists.push(tags.articles);
  return lists;
}
