"use client";

import { useViewer } from "@/components/ui/page-slots";

type Props = {
  /** Who sees it. Handed in, so that the browser is not sent the forms' rules for one word. */
  roles: readonly string[];
  href: string;
  children: string;
  /** Whoever wrote it has a link of their own, which is there without scripts, too. */
  notFor?: number;
};

/** A link at the end of a shared page that only editors see. Presentation only: the page behind it has its gate. */
export function EditorLink({ roles, href, children, notFor }: Props) {
  const viewer = useViewer();
  if (!viewer || viewer.memberId === notFor || !roles.includes(viewer.role)) return null;
  return (
    <p>
      <a className="tool" href={href}>
        {children}
      </a>
    </p>
  );
}
