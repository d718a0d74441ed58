"use client";

import { usePathname } from "next/navigation";

const tabs = [
  { href: "/me", words: "Feed", forMember: true },
  { href: "/me/notifications", words: "Notifications", forMember: true },
  { href: "/me/settings/following", words: "What I follow", forMember: true },
  { href: "/me/drafts", words: "Drafts" },
  { href: "/me/testimonials", words: "What I told" },
  { href: "/me/statements", words: "From the moderators" },
  { href: "/me/settings", words: "Settings" },
];

/** The ways through a member's own pages; the one that is open is marked. */
export function OwnTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Your own pages">
      <ul className="tabs tabs-own">
        {tabs.map(({ href, words, forMember }) => (
          <li key={href} className={forMember ? "for-member" : undefined}>
            <a href={href} aria-current={path === href ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
