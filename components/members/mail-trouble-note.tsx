import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { tryMailAgainAction } from "@/lib/members/actions";
import type { OwnMailTrouble } from "@/lib/members/queries";

/** Says quietly that nothing is mailed any more, and how that is mended. */
export function MailTroubleNote({ trouble }: { trouble: OwnMailTrouble }) {
  return (
    <div className="note">
      <p>
        Our mails to you come back (answer {trouble.lastCode} of your mail server, <When at={trouble.lastAt} />
        ), so we send you only links to sign in. <a href="/me/settings/mail">What you can do</a>
      </p>
      <ActionForm action={tryMailAgainAction} className="row">
        <button className="button button-quiet">Try again</button>
      </ActionForm>
    </div>
  );
}
