import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/fields";
import { requestSignInAction } from "@/lib/members/actions";
import { localPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Join or sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignIn({ searchParams }: Props) {
  const next = localPath((await searchParams).next, "");
  return (
    <>
      <div className="page-head">
        <h1>Join or sign in</h1>
        <p className="lead">
          We mail you a link. It is the same for new and returning people, and there is no password to remember.
        </p>
      </div>
      <div className="card">
        <ActionForm action={requestSignInAction} submit="Mail me a link">
          {next && <input type="hidden" name="next" value={next} />}
          <TextField
            name="email"
            type="email"
            label="Your e-mail address"
            hint="No member or moderator ever sees it."
            autoComplete="email"
            inputMode="email"
            required
          />
          <TextField
            name="name"
            label="What should our mails call you?"
            hint="Only our mails use it. Here you will be known by a handle that you choose next."
            autoComplete="given-name"
          />
        </ActionForm>
      </div>
    </>
  );
}
