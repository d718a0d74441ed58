import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/form";
import { ChoicesField, TextField } from "@/components/ui/fields";
import { chooseHandleAction } from "@/lib/members/actions";
import { currentViewer } from "@/lib/platform/current-viewer";
import { localPath } from "@/lib/platform/urls";

export const metadata: Metadata = { title: "Choose a handle" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function Welcome({ searchParams }: Props) {
  const next = localPath((await searchParams).next, "");
  const viewer = currentViewer();
  if (!viewer) redirect("/auth/sign-in?next=/auth/welcome");
  if (viewer.handle) redirect(next || "/me");
  return (
    <>
      <div className="page-head">
        <h1>Choose a handle</h1>
        <p className="lead">
          It is the name that others see. It stays, so take one that you like and that does not give you away.
        </p>
      </div>
      <div className="card">
        <ActionForm action={chooseHandleAction} submit="Join the community">
          {next && <input type="hidden" name="next" value={next} />}
          <TextField
            name="handle"
            label="Your handle"
            hint="3 to 24 letters a to z, digits or _. Please not your real name."
            autoComplete="off"
            required
          />
          <ChoicesField
            name="agree"
            label="Before you join"
            choices={[{ value: "yes", label: "I am 16 or older, and I have read the guidelines" }]}
          />
          <p className="quiet">
            The <a href="/guidelines">guidelines</a> take two minutes. The short form: speak from your own experience,
            be kind, give no medical orders.
          </p>
        </ActionForm>
      </div>
    </>
  );
}
