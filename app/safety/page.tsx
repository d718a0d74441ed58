import type { Metadata } from "next";
import { dependOn } from "@/lib/serving/context";
import { tags } from "@/lib/platform/tags";

export const metadata: Metadata = {
  title: "When to get help now",
  description: "Signs that need a doctor or an emergency number, and what to ask before a neck or head massage.",
  alternates: { canonical: "/safety" },
};

export default function Safety() {
  dependOn(tags.fixed);
  return (
    <article className="frame frame-narrow prose">
      <header className="page-head">
        <h1>When to get help now</h1>
        <p className="lead">
          This page cannot tell what you have. It lists what doctors ask about first, so that you can decide to get
          checked.
        </p>
      </header>

      <section className="safety" aria-labelledby="now">
        <h2 id="now">Call your emergency number now if</h2>
        <ul>
          <li>a headache came on suddenly and is the worst of your life;</li>
          <li>an arm, a leg or half of your face is newly weak or numb, or you cannot speak, see or think as usual;</li>
          <li>your neck is stiff and you have a fever, or you are drowsy and hard to wake;</li>
          <li>
            a headache follows a blow or a fall, or new severe neck pain comes with dizziness, double vision or an
            unsteady walk.
          </li>
        </ul>
      </section>

      <h2>Get checked soon if your headache</h2>
      <ul>
        <li>is new, or clearly different from the ones you know, or keeps getting worse;</li>
        <li>first came after the age of 65;</li>
        <li>changes when you stand up or lie down, or comes with coughing, sneezing or effort;</li>
        <li>comes during pregnancy or in the weeks after a birth;</li>
        <li>comes with a painful, red or watering eye;</li>
        <li>
          comes while you have cancer, HIV or another illness that weakens your defences, or with weight loss or fever;
        </li>
        <li>is there on many days a month and you take painkillers on most of them.</li>
      </ul>
      <p>
        Having one of these does not mean that something bad is going on. Most people who are checked are sent home. The
        list is drawn from a review for clinicians, which says itself that false alarms are expected (Do and colleagues,{" "}
        <cite>Neurology</cite> 2019;92:134-144).
      </p>

      <h2>Ask first, before anyone works on your head or neck</h2>
      <p>Talk to a doctor, physiotherapist or pharmacist first if any of these is true:</p>
      <ul>
        <li>you take a medicine that thins the blood, or had a blood clot;</li>
        <li>there is a wound, a bruise, a growth or a skin change on your head or neck, or you had cancer there;</li>
        <li>you had a recent accident, or an injury to your neck;</li>
        <li>you have a heart or circulation illness, or another illness of the nerves;</li>
        <li>you are pregnant or breast-feeding.</li>
      </ul>
      <p>
        Serious harm from massage is rare, but it has been described, most of all after hard or jerking work on the neck
        (Ernst, <cite>Rheumatology</cite> 2003;42:1101-1106; Yin and colleagues, 2014). Problems of the neck’s arteries
        are rare too, and should still be thought of before a neck is treated (Rushton and colleagues,{" "}
        <cite>JOSPT</cite> 2023;53:7-22).
      </p>

      <h2 id="too-much">If everything is too much</h2>
      <p>
        Pain that does not stop wears people down, and thoughts of not wanting to live are nothing to be ashamed of.
        Please tell a person today: somebody near you, your doctor, or a help line where you live.{" "}
        <a href="https://findahelpline.com" rel="noopener">
          findahelpline.com
        </a>{" "}
        lists them by country. If you are in danger now, call your emergency number.
      </p>
    </article>
  );
}
