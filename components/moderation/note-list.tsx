import { When } from "@/components/ui/when";
import type { Note } from "@/lib/moderation/queries-author";

/** What moderators noted about a member for each other. */
export function NoteList({ notes }: { notes: Note[] }) {
  return (
    <ul className="plain-list stack">
      {notes.map(({ id, by, body, createdAt }) => (
        <li key={id} className="note note-plum">
          <p className="meta">
            <strong>{by}</strong> <When at={createdAt} />
          </p>
          <p className="as-typed">{body}</p>
        </li>
      ))}
    </ul>
  );
}
