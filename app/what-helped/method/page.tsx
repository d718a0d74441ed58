import type { Metadata } from "next";
import { reportsFloor } from "@/lib/insights/schema";
import { tags } from "@/lib/platform/tags";
import { dependOn } from "@/lib/serving/context";

export const metadata: Metadata = {
  title: "How the numbers are made",
  description:
    "Who is counted, how the uncertainty is worked out, what is kept back, and what the numbers cannot tell.",
  alternates: { canonical: "/what-helped/method" },
};

export default function Method() {
  dependOn(tags.fixed);
  return (
    <article className="frame frame-narrow prose">
      <header className="page-head">
        <h1>How the numbers are made</h1>
        <p className="lead">
          These are reports of members, added up. They are no trial, and this page says what they can tell and what they
          cannot.
        </p>
      </header>

      <h2>Who is counted</h2>
      <ul>
        <li>Every report whose author agreed that it counts, and has not taken that back.</li>
        <li>One report for each person and technique. Who tells about two techniques is counted once for each.</li>
        <li>
          Nobody who gives massages for a living, or has another interest in them. They may tell; they are labelled.
        </li>
        <li>Nothing that is withdrawn, removed, hidden, or waits for a moderator.</li>
      </ul>
      <p>
        The sums change in the same moment in which somebody tells, edits, or takes a consent back. Pages follow within
        seconds. Every night all sums are made anew from the reports, and a difference is reported to whoever runs this
        place.
      </p>

      <h2>What they cannot tell</h2>
      <ul>
        <li>
          <strong>Who tells is not like who tries.</strong> People with a clear result, good or bad, come to tell more
          often than people who noticed little. So a share here is the share of those who told, and not your chance.
        </li>
        <li>
          <strong>Bad times pass.</strong> People try something when it is at its worst. After the worst it often gets
          better by itself, and whatever was tried then looks as if it had helped. This is called regression to the
          mean. In a trial of trigger-point massage for tension-type headache, headaches became fewer with massage and
          with a pretend treatment, and no difference was found between the two (Moraska and others, Clinical Journal of
          Pain 2015;31:159–168).
        </li>
        <li>
          <strong>There is nobody to compare with.</strong> Nobody here was chosen by lot to go without. What else
          changed at the same time is asked, and stands in each story.
        </li>
      </ul>

      <h2>The line over a bar</h2>
      <p>
        A bar is the share of those who answered the question. The line over it is the 95 % interval by Wilson’s score
        method, without a correction for continuity. With <i>n</i> answers, a share of <i>p</i> and <i>z</i> = 1.96, its
        ends are
      </p>
      <p className="formula">( p + z²/2n ± z · √( p(1−p)/n + z²/4n² ) ) / ( 1 + z²/n )</p>
      <p>
        It says how sure a share is if those who told had been drawn by chance from many people like them. They were
        not, so the true uncertainty is larger. Sources: Wilson EB, Journal of the American Statistical Association
        1927;22:209–212; Newcombe RG, Statistics in Medicine 1998;17:857–872, whose published table our tests reproduce.
        In the code: <code>lib/insights/wilson.ts</code>.
      </p>

      <h2>“Half of them”</h2>
      <p>
        Where answers have an order, such as how long relief lasted, we say where the middle person stands: the median.
        If the middle falls between two answers, both are named. In the code: <code>lib/insights/median.ts</code>.
      </p>

      <h2>First reports and follow-ups</h2>
      <p>
        A first report and what the same person says after 30 or 90 days are never mixed. Where at least {reportsFloor}{" "}
        people came back, their latest follow-up stands beside all first reports, under its own name. Those who come
        back may differ from those who do not.
      </p>

      <h2>What is kept back</h2>
      <ul>
        <li>
          Answers are shown for groups of {reportsFloor} people and more. For smaller ones you see how many reports
          there are, and nothing that they say.
        </li>
        <li>
          You can filter by one thing at a time. With two at once, few people are left, and they could be recognised.
        </li>
        <li>
          Nobody can reach a smaller group by taking one group away from another. If what is left beside the groups that
          are shown were fewer than {reportsFloor} people, the smallest shown group is kept back as well. The field
          calls this complementary suppression (Federal Committee on Statistical Methodology, Statistical Policy Working
          Paper 22, 2005).
        </li>
        <li>
          Parts of the body are put into four groups that never overlap, for the same reason. Who gave it, and when, are
          shown for everybody, and not within another group.
        </li>
        <li>For all techniques together, only what each technique shows is added up.</li>
      </ul>
      <p>
        In the code: <code>lib/insights/suppress.ts</code> and <code>lib/insights/queries.ts</code>. The tests play
        somebody who asks for every group, and adds and subtracts whatever they get.
      </p>
      <p>
        Two limits remain. Somebody who looks every day can see that a number grew by one, and so learn what one person
        answered. And whoever takes the stories that stand here openly away from a group may be left with fewer than{" "}
        {reportsFloor} people. Neither tells who a person is. If that worries you, do not agree to be counted, or tell
        under a name made for it alone.
      </p>

      <h2>Beside the evidence</h2>
      <p>
        The sentence between trials and members is made by a rule. Trials lean to a side when more than half of those
        about effect do, and none found the opposite. Members lean to a side when the whole 95 % interval of “it helped
        at least a little” lies on one side of one half. The sentence says whether both lean the same way. It calls
        neither right. In the code: <code>lib/insights/beside-evidence.ts</code>.
      </p>
      <p>
        Consents, and how to take them back, stand at <a href="/me/testimonials">What you told</a>, and what is stored
        in <a href="/privacy">Privacy</a>.
      </p>
    </article>
  );
}
