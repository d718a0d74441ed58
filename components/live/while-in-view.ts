/**
 * Keeps a connection open as long as somebody sees the page. A browser has six for one site over HTTP/1.1, and would
 * spend them on hidden pages and on those that wait in the back/forward cache.
 * @param open opens it and returns what closes it
 * @param afterMs so long a page is in view before it is opened
 * @returns what ends all of it
 */
export function whileInView(open: () => () => void, afterMs = 0): () => void {
  let close: (() => void) | null = null;
  let timer = 0;
  const pause = () => {
    window.clearTimeout(timer);
    close?.();
    close = null;
  };
  const turn = () => {
    pause();
    if (!document.hidden) timer = window.setTimeout(() => (close = open()), afterMs);
  };
  // Every page is shown once as it loads; here only its way back counts.
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && turn();
  turn();
  document.addEventListener("visibilitychange", turn);
  window.addEventListener("pageshow", comeBack);
  window.addEventListener("pagehide", pause);
  return () => {
    pause();
    document.removeEventListener("visibilitychange", turn);
    window.removeEventListener("pageshow", comeBack);
    window.removeEventListener("pagehide", pause);
  };
}
