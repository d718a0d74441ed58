import type { Metadata } from "next";
import { SubscribeForm } from "@/components/newsletter/subscribe-form";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "Newsletter",
  description: "New articles about massage and migraine by mail, once a week at the most. No account is needed.",
  alternates: { canonical: "/newsletter" },
};

export default function Newsletter() {
  dependOn(tags.fixed);
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <h1>Newsletter</h1>
        <p className="lead">New articles by mail, once a week at the most. You need no account for that.</p>
      </header>
      <div className="stack">
        <div className="card">
          <SubscribeForm />
        </div>
        <h2>What happens with your address</h2>
        <ul>
          <li>We first mail you a link. Only when you press the button behind it are you on the list.</li>
          <li>If nobody presses it within 48 hours, the address is deleted.</li>
          <li>Nobody sees it, not the people who write the newsletter either. They see how many get it.</li>
          <li>The mails have no pictures from elsewhere, and we do not learn whether you open them.</li>
          <li>Each mail ends with a link to leave. Press it once, and the address is deleted.</li>
        </ul>
      </div>
    </div>
  );
}
