import { When } from "@/components/ui/when";
import type { Unseen } from "@/lib/moderation/queries-unseen";
import { followUpLabels } from "@/lib/testimonials/labels";
import type { DueFollowUp } from "@/lib/testimonials/queries";

/** What moderators wrote and is not opened yet. */
export function LetterList({ letters }: { letters: Unseen[] }) {
  return letters.map(({ href, words, title, position, at }) => (
    <li key={href} className="card card-link thread-row">
      <p>{words}</p>
      <h3>
        <a href={href}>
          {title}
          {position ? `, comment ${position}` : ""}
        </a>
      </h3>
      <p className="meta">
        <span>From the moderators</span>
        <When at={at} />
      </p>
    </li>
  ));
}

/** What somebody wanted to be asked about what they told. */
export function ReminderList({ due }: { due: DueFollowUp[] }) {
  return due.map(({ id, technique, after }) => (
    <li key={`${id} ${after}`} className="card card-link thread-row">
      <p>
        {technique}, {followUpLabels[after].toLowerCase()}
      </p>
      <h3>
        <a href={`/me/testimonials/${id}/follow-up?after=${after}`}>How is it now?</a>
      </h3>
      <p className="meta">You asked to be reminded here</p>
    </li>
  ));
}
