import type { Metadata } from "next";
import { LetterList, ReminderList } from "@/components/notifications/letter-list";
import { NotificationList } from "@/components/notifications/notification-list";
import { ActionForm } from "@/components/ui/form";
import { listUnseen } from "@/lib/moderation/queries-unseen";
import { currentMember } from "@/lib/platform/current-viewer";
import { markAllReadAction } from "@/lib/notifications/actions";
import { listNotifications } from "@/lib/notifications/queries";
import { dueFollowUps, listOwnTestimonials } from "@/lib/testimonials/queries";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const { memberId } = await currentMember("/me/notifications");
  const [{ rows, newest }, letters, told] = await Promise.all([
    listNotifications(memberId),
    listUnseen(memberId),
    listOwnTestimonials(memberId),
  ]);
  const due = dueFollowUps(told);
  const fresh = rows.filter(({ unread }) => unread);
  const seen = rows.filter(({ unread }) => !unread);
  const isNew = fresh.length + letters.length + due.length > 0;
  return (
    <>
      <div className="page-head">
        <h1>Notifications</h1>
        <p className="lead">
          What was said to you, and what is new in what you watch. Reading a thread puts it away here.
        </p>
      </div>
      <div className="stack">
        {!isNew && (
          <p className="note">
            {seen.length > 0 ? "Nothing new." : "Nothing yet. Answers to what you write will stand here."} Press “Watch”
            on a thread, a technique or a person to hear of everything there.
          </p>
        )}
        {isNew && (
          <section aria-labelledby="new" className="stack">
            <h2 id="new">New</h2>
            <ul className="threads">
              <LetterList letters={letters} />
              <ReminderList due={due} />
              <NotificationList rows={fresh} />
            </ul>
          </section>
        )}
        {fresh.length > 0 && (
          <ActionForm action={markAllReadAction} className="row">
            <input type="hidden" name="upTo" value={newest} />
            <button className="button button-quiet">Put all threads away</button>
          </ActionForm>
        )}
        {seen.length > 0 && (
          <section aria-labelledby="seen" className="stack">
            <h2 id="seen">Seen before</h2>
            <ul className="threads">
              <NotificationList rows={seen} />
            </ul>
          </section>
        )}
        <p>
          <a href="/me/settings/following">What I follow and watch</a>
        </p>
      </div>
    </>
  );
}
