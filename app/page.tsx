import type { Metadata } from "next";
import { Rope } from "@/components/layout/rope";
import { TechniqueCards } from "@/components/techniques/technique-cards";
import { ThreadRows } from "@/components/threads/thread-rows";
import { tags } from "@/lib/platform/tags";
import { dependOn, pageAudience } from "@/lib/serving/context";
import { listTechniques } from "@/lib/techniques/queries";
import { listNewestThreads } from "@/lib/threads/queries";

export const metadata: Metadata = { alternates: { canonical: "/", types: { "application/atom+xml": "/feed.xml" } } };

export default async function Home() {
  dependOn(tags.home, tags.techniques);
  const [techniques, threads] = await Promise.all([listTechniques(), listNewestThreads(pageAudience(), 8)]);
  return (
    <div className="frame home">
      <Welcome />
      <div className="with-aside">
        <section aria-labelledby="now" className="stack">
          <h2 id="now">What people talk about now</h2>
          <ThreadRows threads={threads} level={3} />
        </section>
        <aside className="stack" aria-label="Where to start">
          <div className="note">
            <h2>In an attack?</h2>
            <p>
              Choose “In an attack” under <em>Screen</em>, at the top of every page. Everything becomes dim, large and
              still.
            </p>
          </div>
          <div className="safety">
            <h2>When to get help now</h2>
            <p>
              A sudden, severe or very different headache needs a doctor today. <a href="/safety">The signs to know</a>
            </p>
          </div>
        </aside>
      </div>
      <section aria-labelledby="techniques" className="stack">
        <h2 id="techniques">The techniques people try</h2>
        <TechniqueCards techniques={techniques} />
      </section>
    </div>
  );
}

function Welcome() {
  return (
    <>
      <div className="hero for-visitor">
        <div>
          <h1>You are not the only one with a hand on the back of your neck.</h1>
          <p className="lead">
            Unknot is where people who live with migraine tell each other what massage did for them: what helped, what
            changed nothing, and what made it worse.
          </p>
          <p className="row">
            <a className="button" href="/auth/sign-in">
              Join in
            </a>
            <a className="button button-quiet" href="/what-helped">
              What helped others
            </a>
          </p>
        </div>
        <Rope />
      </div>
      <div className="page-head for-joining">
        <h1>Welcome</h1>
        <p className="lead">
          One step is missing: <a href="/auth/welcome">choose your handle</a>.
        </p>
      </div>
      <div className="page-head for-member">
        <h1>Good that you are here</h1>
        <p className="row">
          <a className="button" href="/write">
            Write something
          </a>
          <a className="button button-quiet" href="/me">
            What I follow
          </a>
        </p>
      </div>
    </>
  );
}
