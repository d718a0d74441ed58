import type { Metadata } from "next";
import { dependOn } from "@/lib/serving/context";
import { tags } from "@/lib/platform/tags";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What is kept about you, who can read it, and how it goes away.",
  alternates: { canonical: "/privacy" },
};

export default function Privacy() {
  dependOn(tags.fixed);
  return (
    <article className="frame frame-narrow prose">
      <header className="page-head">
        <h1>Privacy</h1>
        <p className="lead">
          You can read everything that is public without telling us anything. Here is what happens when you join.
        </p>
      </header>

      <h2>What is kept</h2>
      <ul>
        <li>
          Your e-mail address and the name you gave for our mails. No other member sees them, and moderators do not
          either.
        </li>
        <li>Your handle, and what you write under it.</li>
        <li>
          A cookie that keeps you signed in for up to 30 days, and one that remembers your screen colours. There are no
          others.
        </li>
        <li>
          What you follow, how you reacted, and when you last opened your own page, so that it can show what is new.
        </li>
        <li>
          What you have typed and not sent: in your browser, and with your account for 180 days after you last typed. It
          is encrypted there, and opened for you alone. You see all of it at <a href="/me/drafts">Drafts</a>, and can
          throw it away there.
        </li>
        <li>Whom you blocked and what you muted. Only you see it.</li>
        <li>
          That you said “I have energy today”, for a day, and which posts were offered to you then, for 30 days. Only
          you see it.
        </li>
      </ul>

      <h2>Who can read it</h2>
      <p>
        Each thread says whether it is public or for members. Public threads can be read by anyone, search engines too.
        Threads for members are shown only to people who are signed in, and stand in no feed and no search engine. Every
        person with an account is a member, so please do not write there what nobody should know.
      </p>

      <h2>Health answers</h2>
      <p>
        In “What helped me” you tell about your health. You are asked for three consents, each apart: to show it, to
        count it, and to let it be quoted. Each is written down with its words and its time, and each can be taken back
        with one press at <a href="/me/testimonials">What you told</a>; within a minute the answers are gone from pages,
        numbers and quotes. The database itself gives an answer only for a purpose that its author agreed to.
      </p>
      <p>
        You may tell under a name made for that one story. Other members, editors and moderators cannot see whose it is.
        The software can, with a key that is not in the database, so that you can change or withdraw it, and so that
        nobody tells twice.
      </p>

      <h2>A notice of illegal content</h2>
      <p>
        Whoever <a href="/report">reports illegal content</a> without an account leaves a name, an e-mail address and
        what they write. Only moderators see the name and the address, each time that they do is written down, and both
        are erased 6 months after the decision. What was written stays with the decision.
      </p>

      <h2>The newsletter</h2>
      <p>
        Whoever asks for the <a href="/newsletter">newsletter</a> leaves an e-mail address and nothing else. Nobody is
        shown it, it is used for nothing else, and it is deleted when you leave, or after 48 hours if you never say yes.
        What stays is how many mails were sent, came back, and how many people left. Whether you open a mail is not
        known here. If mails to an address come back, that is kept under a code for the address, for 6 months at most.
      </p>

      <h2>What never happens</h2>
      <p>
        Nothing on these pages is loaded from another company. There is no tracking, no advertising and no profile of
        you to sell. Addresses of mail and of your network stand in no log.
      </p>

      <h2>How it goes away</h2>
      <p>
        Withdraw a text and it is gone from every page at once, and erased for good within 7 days. You can sign out
        everywhere from your settings.
      </p>
    </article>
  );
}
