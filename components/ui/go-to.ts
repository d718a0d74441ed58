/** Goes to an address as a whole new page, also when only its `#part` differs from where we are. */
export function goTo(href: string): void {
  const target = new URL(href, window.location.href);
  const samePage = target.pathname === window.location.pathname && target.search === window.location.search;
  window.location.assign(target);
  if (samePage) window.location.reload();
}
