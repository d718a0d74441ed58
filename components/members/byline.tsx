import type { ReactNode } from "react";
import { isPersona } from "@/lib/platform/urls";
import { roleLabels } from "@/lib/members/labels";

export type Writer = { id: number; handle: string; role: string; credential: string | null };

/** Who wrote it. Professionals and staff are always labelled. */
export function Byline({ author, children }: { author: Writer; children?: ReactNode }) {
  return (
    <p className="byline">
      {isPersona(author.handle) ? (
        <>
          <span className="handle">{author.handle}</span>
          <span className="tag">A name made for this alone</span>
        </>
      ) : (
        <a className="handle" href={`/members/${author.handle}`}>
          {author.handle}
        </a>
      )}
      <RoleTag role={author.role} credential={author.credential} />
      {children}
    </p>
  );
}

export function RoleTag({ role, credential }: { role: string; credential?: string | null }) {
  if (role === "member") return null;
  return (
    <span className={`tag ${role === "provider" ? "tag-plum" : "tag-leaf"}`}>
      {role === "provider" && credential ? credential : roleLabels[role]}
    </span>
  );
}
