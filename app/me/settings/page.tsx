import type { Metadata } from "next";
import { SendWaiting } from "@/components/drafts/send-waiting";
import { ActionForm } from "@/components/ui/form";
import { TextArea } from "@/components/ui/fields";
import { editBioAction } from "@/lib/members/actions";
import { getOwnBio, listSessions } from "@/lib/members/queries";
import { currentMember, currentToken } from "@/lib/platform/current-viewer";
import { When } from "@/components/ui/when";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  const viewer = await currentMember("/me/settings", { suspendedToo: true });
  const bio = await getOwnBio(viewer.memberId);
  const sessions = await listSessions(viewer.accountId, await currentToken());
  return (
    <>
      <div className="page-head">
        <h1>Settings</h1>
        <p className="lead">
          You are known here as <a href={`/members/${viewer.handle}`}>{viewer.handle}</a>.
        </p>
      </div>
      {/* Signing out empties this browser. */}
      <SendWaiting quiet />
      <div className="stack">
        <section className="card for-member needs-voice" aria-labelledby="about">
          <h2 id="about">About you</h2>
          <ActionForm action={editBioAction} submit="Save">
            <TextArea
              name="bio"
              label="A few words, if you like"
              hint="Everyone can read them on your page. Up to 500 characters; Markdown works."
              defaultValue={bio}
              rows={4}
            />
          </ActionForm>
        </section>
        <section className="card" aria-labelledby="mails">
          <h2 id="mails">Our mails to you</h2>
          <p>What reaches you, when, and a pause from all of it.</p>
          <p>
            <a className="button button-quiet" href="/me/settings/mail">
              Choose what reaches you
            </a>
          </p>
        </section>
        <section className="card" aria-labelledby="quiet">
          <h2 id="quiet">Peace and quiet</h2>
          <p>People, techniques, threads and words that you would rather not see.</p>
          <p>
            <a className="button button-quiet" href="/me/settings/quiet">
              Choose what is kept from you
            </a>
          </p>
        </section>
        <section className="card" aria-labelledby="sessions">
          <h2 id="sessions">Where you are signed in</h2>
          <ul>
            {sessions.map((session) => (
              <li key={session.createdAt.toISOString()}>
                Since <When at={session.createdAt} />
                {session.current && ", this device"}
              </li>
            ))}
          </ul>
          <form method="post" action="/api/sign-out" className="row">
            <button className="button button-quiet">Sign out here</button>
            <button className="button button-quiet" name="everywhere" value="yes">
              Sign out everywhere
            </button>
          </form>
        </section>
      </div>
    </>
  );
}
