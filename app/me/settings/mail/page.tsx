import type { Metadata } from "next";
import { HearingForm } from "@/components/mailings/hearing-form";
import { PauseCard } from "@/components/mailings/pause-card";
import { TimesForm } from "@/components/mailings/times-form";
import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { getHearing, getMailSettings } from "@/lib/mailings/queries";
import { tryMailAgainAction } from "@/lib/members/actions";
import { getOwnMailTrouble } from "@/lib/members/queries";
import { currentMember } from "@/lib/platform/current-viewer";
import { operatorAddress } from "@/lib/platform/mail";

export const metadata: Metadata = { title: "Our mails to you" };

export default async function OwnMail() {
  const viewer = await currentMember("/me/settings/mail", { suspendedToo: true });
  const [trouble, settings, hearing] = await Promise.all([
    getOwnMailTrouble(viewer.memberId),
    getMailSettings(viewer.memberId),
    getHearing(viewer.memberId),
  ]);
  return (
    <>
      <div className="page-head">
        <h1>Our mails to you</h1>
        <p className="lead">
          {trouble ? "They come back from your mail server." : "As far as we can tell, they reach you."}
        </p>
      </div>
      {trouble && (
        <div className="stack">
          <p>
            The last one came back on <When at={trouble.lastAt} />; the mail server’s answer was {trouble.lastCode}.{" "}
            {trouble.stopped && "For now we send you nothing but links to sign in."}
          </p>
          <h2>What to do</h2>
          <ul>
            <li>Is the mailbox full? Delete something, or ask whoever runs it for more room.</li>
            <li>
              Does it refuse strangers? Put {operatorAddress()} into your address book, or among the senders that it
              lets in.
            </li>
            <li>
              Is the address not yours any more? Write to{" "}
              <a href={`mailto:${operatorAddress()}`}>{operatorAddress()}</a> from the new one.
            </li>
          </ul>
          <ActionForm action={tryMailAgainAction} submit="Try again" />
        </div>
      )}
      <div className="stack">
        <PauseCard until={settings.paused ? settings.pausedUntil : null} />
        <HearingForm choices={hearing} />
        <TimesForm settings={settings} />
      </div>
    </>
  );
}
