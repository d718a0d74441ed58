import { When } from "@/components/ui/when";
import { notificationWords } from "@/lib/notifications/labels";
import type { Notification } from "@/lib/notifications/queries";

/** What somebody has heard of: one card a thread, which grows. */
export function NotificationList({ rows }: { rows: Notification[] }) {
  return rows.map(({ href, title, told, at }) => (
    <li key={href} className="card card-link thread-row">
      {told.map((each) => (
        <p key={each.kind}>{notificationWords(each)}</p>
      ))}
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p className="meta">
        <When at={at} />
      </p>
    </li>
  ));
}
