import { When } from "@/components/ui/when";
import { notificationWords } from "@/lib/notifications/labels";
import type { Notification } from "@/lib/notifications/queries";

/** What somebody has heard of: one row a thread, which grows. */
export function NotificationList({ rows, heading, id }: { rows: Notification[]; heading: string; id: string }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{heading}</h2>
      <ul className="threads">
        {rows.map((row) => (
          <li key={`${row.href} ${row.kind} ${row.unread}`} className="card card-link thread-row">
            <p>{notificationWords(row)}</p>
            <h3>
              <a href={row.href}>{row.title}</a>
            </h3>
            <p className="meta">
              <When at={row.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
