import type { Page, Rendered } from "@/lib/serving/page-cache";

/** A page for the cache that says one word. */
export function aPage(word: string, tags: string[]): Page {
  const template = { pieces: [Buffer.from(word)], slots: [], deflated: null };
  return { status: 200, contentType: "text/html", template, subject: null, tags, redirect: null };
}

/** A render that ends when the test says so, for one caller or for all who share it. */
export function aHeldRender() {
  let settle: { resolve: (rendered: Rendered) => void; reject: (error: Error) => void } | undefined;
  const ended = new Promise<Rendered>((resolve, reject) => (settle = { resolve, reject }));
  const held = {
    begun: 0,
    render: () => {
      held.begun += 1;
      return ended;
    },
    finish: (page: Page) => settle?.resolve({ page, storable: true }),
    fail: (error: Error) => settle?.reject(error),
  };
  return held;
}
