import type { Metadata } from "next";
import { NotificationList } from "@/components/notifications/notification-list";
import { ActionForm } from "@/components/ui/form";
import { currentMember } from "@/lib/platform/current-viewer";
import { markAllReadAction } from "@/lib/notifications/actions";
import { listNotifications } from "@/lib/notifications/queries";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const viewer = await currentMember("/me/notifications");
  const { rows, newest } = await listNotifications(viewer.memberId);
  const fresh = rows.filter(({ unread }) => unread);
  return (
    <>
      <div className="page-head">
        <h1>Notifications</h1>
        <p className="lead">
          What was said to you, and what is new in what you watch. Reading a thread puts it away here.
        </p>
      </div>
      <div className="stack">
        {rows.length === 0 && (
          <p className="note">
            Nothing yet. Answers to what you write will stand here. Press “Watch” on a thread, a technique or a person
            to hear of everything there.
          </p>
        )}
        <NotificationList rows={fresh} heading="New" id="new" />
        {fresh.length > 0 && (
          <ActionForm action={markAllReadAction}>
            <input type="hidden" name="upTo" value={newest} />
            <button className="button button-quiet">Put all of it away</button>
          </ActionForm>
        )}
        <NotificationList rows={rows.filter(({ unread }) => !unread)} heading="Seen before" id="seen" />
        <p>
          <a href="/me/settings/following">What I follow and watch</a>
        </p>
      </div>
    </>
  );
}
