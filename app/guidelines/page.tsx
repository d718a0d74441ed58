import type { Metadata } from "next";
import { dependOn } from "@/lib/serving/context";
import { tags } from "@/lib/platform/tags";

export const metadata: Metadata = {
  title: "Guidelines",
  description: "How we talk with each other here, and what moderators do when it goes wrong.",
  alternates: { canonical: "/guidelines" },
};

export default function Guidelines() {
  dependOn(tags.fixed);
  return (
    <article className="frame frame-narrow prose">
      <header className="page-head">
        <h1>Guidelines</h1>
        <p className="lead">
          Most people come here because they want to be understood. These few rules keep that possible.
        </p>
      </header>

      <h2>Speak from your own experience</h2>
      <p>
        Say what you tried, what it did to you, and what you do not know. “It helped me” is worth a lot here. “It works”
        is not yours to say, and neither is “it is nonsense”. No change and harm are as welcome as good news.
      </p>

      <h2>Be kind to the person, even when you doubt the claim</h2>
      <p>
        Disagree with what was said, not with who said it. People here are tired, and some of them are in pain while
        they read. Nobody brought their migraine on themselves.
      </p>
      <p>
        You need not read everybody. Block somebody on their page, or mute a thread, a technique or a word at{" "}
        <a href="/me/settings/quiet">Peace and quiet</a>: you then see nothing of it, and nobody is told.
      </p>

      <h2>Keep each other safe</h2>
      <ul>
        <li>
          No diagnoses, no doses, no “stop taking that”. Point to a doctor, a pharmacist or a physiotherapist instead.
        </li>
        <li>No instructions to crack, jerk or press hard on a neck.</li>
        <li>
          If you are worried about somebody, use “Report”, then “I’m worried about this person”. It goes to the top, and
          it never gets anyone punished.
        </li>
      </ul>

      <h2>Keep private things private</h2>
      <p>
        Use a handle that is not your name. Never tell where another member lives or works, or repeat what they wrote
        for members only.
      </p>

      <h2>Say so when you have an interest</h2>
      <p>
        People who give massages for a living are welcome and carry a label. Advertising is not welcome, and neither is
        praise that somebody paid for.
      </p>

      <h2>What moderators do</h2>
      <p>
        A moderator may hide or remove a text, or lock a thread so that nobody can add to it. Whoever wrote it is told
        what was done, why, and under which of these rules. Moderators never read your mail address, and everything they
        do is written in a log that cannot be changed. Every decision is counted at{" "}
        <a href="/transparency">Transparency</a>.
      </p>
      <p>
        Members report with “Report” beside a text or on a person’s page, and see at “What you reported” what came of
        it. What breaks the law can be <a href="/report">reported by anybody</a>, without an account.
      </p>
      <p>You can always withdraw your own words, without giving a reason.</p>
    </article>
  );
}
