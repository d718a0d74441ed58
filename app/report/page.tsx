import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/form";
import { ChoicesField, TextArea, TextField } from "@/components/ui/fields";
import { sendNoticeAction } from "@/lib/moderation/actions";
import { env } from "@/lib/platform/env";
import { one } from "@/lib/platform/params";
import { tags } from "@/lib/platform/tags";
import { localPath } from "@/lib/platform/urls";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "Report illegal content",
  description: "Tell us about something here that breaks the law. You need no account for that.",
  alternates: { canonical: "/report" },
};

type Props = { searchParams: Promise<{ address?: string | string[] }> };

export default async function ReportIllegal({ searchParams }: Props) {
  const path = localPath(one((await searchParams).address), "");
  // With an address it is one person's page, not worth keeping.
  if (!path) dependOn(tags.fixed);
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>Report illegal content</h1>
        <p className="lead">
          This is for whatever breaks the law, and for anybody: you need no account. A person reads it and decides, as a
          rule within a day.
        </p>
      </header>
      <div className="stack">
        <p className="note for-member">
          You have an account: “Report” beside a text or on a person’s page is quicker, and takes every other reason,
          too.
        </p>
        <p className="note for-visitor">
          Is it unkind, wrong or worrying, and not against the law? Members can report that with one press:{" "}
          <a href="/auth/sign-in">join or sign in</a>. Is somebody in danger now? Please call the emergency number where
          they are.
        </p>
        <ActionForm action={sendNoticeAction} submit="Send the notice">
          <TextField
            name="address"
            label="Where is it?"
            hint="The address of the thread, the comment or the person’s page, from the top of your browser."
            defaultValue={path && new URL(path, env().APP_URL).href}
            inputMode="url"
            autoComplete="off"
            required
          />
          <TextArea
            name="why"
            label="Why is it illegal?"
            hint="What it says, and which law it breaks, as far as you know. 20 to 5,000 characters."
            rows={8}
            required
          />
          <ChoicesField
            name="childAbuse"
            label="Is it about a child?"
            hint="If you tick this, you may leave out your name and your e-mail address."
            choices={[{ value: "yes", label: "It shows the sexual abuse of a child" }]}
          />
          <TextField
            name="name"
            label="Your name"
            hint="Only moderators see it. It is erased 6 months after the decision."
            autoComplete="name"
          />
          <TextField
            name="email"
            type="email"
            label="Your e-mail address"
            hint="Only moderators see it, too. We write to you twice: that your notice has come, and what was decided."
            autoComplete="email"
            inputMode="email"
          />
          <ChoicesField
            name="goodFaith"
            label="Your word"
            choices={[{ value: "yes", label: "I believe in good faith that what I write here is true and complete" }]}
          />
        </ActionForm>
      </div>
    </div>
  );
}
