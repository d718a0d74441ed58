import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/fields";
import { claimFirstAdminAction } from "@/lib/members/actions";

export const metadata: Metadata = { title: "The first admin", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function FirstAdmin({ searchParams }: Props) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  return (
    <>
      <div className="page-head">
        <h1>Set up this community</h1>
        <p className="lead">
          Give your address. You get a mail with a link, as everybody here does; whoever follows it becomes the first
          admin.
        </p>
      </div>
      <div className="card">
        <ActionForm action={claimFirstAdminAction} submit="Mail me the link">
          <input type="hidden" name="token" value={token} />
          <TextField
            name="email"
            type="email"
            label="Your e-mail address"
            autoComplete="email"
            inputMode="email"
            required
          />
          <TextField name="name" label="What should our mails call you?" autoComplete="given-name" />
        </ActionForm>
      </div>
    </>
  );
}
