import { describe, expect, it } from "vitest";
import { findClaims, type Certainty } from "./claims";
import { citedStudies } from "./sentences";

const studies = new Map<string, Certainty>([
  ["strong-2020", "high"],
  ["fair-2021", "moderate"],
  ["small-2019", "low"],
  ["weak-2018", "very_low"],
  ["open-2017", "not_rated"],
]);
const found = (text: string) => findClaims(text, studies);

const claimed = [
  // The four that popular articles get wrong, each as they put it and as others would.
  "A massage every week led to better sleep, less anxiety and fewer attacks [weak-2018].",
  "In one study, weekly massage improved sleep quality and reduced anxiety [open-2017].",
  "With a weekly massage you will have fewer attacks.",
  "People with headache required fewer painkillers by using shiatsu [open-2017].",
  "Thanks to shiatsu, people with headache took fewer tablets [open-2017].",
  "People with headache take fewer painkillers with shiatsu.",
  "Studies have shown that craniosacral therapy is an effective treatment.",
  "Research confirms that craniosacral therapy works [small-2019].",
  "Craniosacral therapy has been shown to help with migraine [weak-2018].",
  "Deep tissue massage may help, and it may well mean fewer migraine attacks.",
  "Deep tissue massage can reduce how often migraine attacks come.",
  "Firm strokes could bring fewer attacks.",
  // One for each kind of word.
  "Trigger point therapy cures migraine.",
  "Acupressure heals the nerves.",
  "It is scientifically proven.",
  "Relief is guaranteed.",
  "A miracle for people with migraine.",
  "Shiatsu is highly effective.",
  "The technique is successful in nine of ten people.",
  "Massage works for most people.",
  "This treatment works.",
  "Try it: it works!",
  "Doctors know that it works.",
  "Acupressure works within minutes.",
  "Massage treats the cause of migraine.",
  "Shiatsu is a gentle treatment for migraine.",
  "Regular sessions prevent new attacks.",
  "A weekly massage keeps attacks at bay.",
  "Massage eliminates tension for good.",
  "Shiatsu stops a migraine in its tracks.",
  "One session is enough to end an attack.",
  "Massage protects you from attacks.",
  "Massage relieves pain.",
  "Neck massage gives instant relief.",
  "Acupressure soothes a migraine within minutes.",
  "Self-massage helps many people with their attacks.",
  "Massage helps to reduce stress.",
  "Regular massage shortens attacks.",
  "Massage boosts sleep and mood.",
  "Massage makes attacks shorter.",
  "Kneading is the way to fewer attacks.",
  "Patients had fewer attacks because of the massage.",
  "Myofascial release is superior to pills.",
  "Experts recommend massage.",
  "Acupressure is known to ease nausea.",
  "The benefits are well established.",
  "Massage is good for migraine.",
  "Massage is completely safe.",
  "The method has no side effects.",
  // A "no" that denies something else, or nothing.
  "It does not hurt, and it cures migraine.",
  "It is not dangerous and works for migraine.",
  "There is no doubt that massage prevents migraine.",
  "Not only does it relax you, it also relieves pain.",
  "Without any pills, shiatsu stops attacks.",
  "If you do not like pills, shiatsu works just as well.",
  "Shiatsu, which is not new, relieves headaches.",
  "Nothing works better for a stiff neck than shiatsu.",
  "Massage cures migraine, not just a headache.",
  "Did you know that shiatsu cures headaches?",
  // Markdown hides nothing.
  "Massage *cures* migraine.",
  "Massage [cures migraine](https://example.org).",
  "- Prevents attacks",
  "## Massage heals migraine",
  "> Massage cures migraine.",
  "| Massage | Result |\n| --- | --- |\n| Shiatsu | cures migraine |",
  "![Massage cures migraine](https://example.org/x.png)",
  "Massage cu<!-- -->res migraine.",
];

const notClaimed = [
  // What was found, as it may be said.
  "In a trial with 47 people, those who were massaged weekly had fewer attacks than the control group.",
  "The groups with shiatsu took fewer painkillers, a secondary result [open-2017].",
  "The average pain score went from 5.80 to 1.85.",
  "The review found a benefit in tension-type headache and none that was clear in migraine.",
  "People slept better in the weeks with massage than in the weeks without.",
  "Pain and disability improved to a moderate degree [open-2017].",
  // Carried.
  "Massage reduces the number of attacks [fair-2021].",
  "Massage reduces the number of attacks [weak-2018] [strong-2020].",
  "Massage reduces the number of attacks. [strong-2020]",
  "Smith et al. 2020 found that massage reduces attacks [strong-2020].",
  // Denied.
  "Massage does not cure migraine.",
  "Nothing is proven.",
  "It's not effective, and it isn't a cure.",
  "We *cannot* say that it has been shown to be effective for migraine.",
  "None of them shows that a lamp prevents attacks, or that it makes massage work better.",
  "It has not been shown to be safe and effective.",
  "No study has proved that shiatsu prevents attacks.",
  "The trial failed to show that it relieves pain.",
  "The results are too weak to prove that it works.",
  "It is hard to prove.",
  "The study was called off before it could prove anything.",
  "It has yet to be proven.",
  "The proof is missing.",
  "A cure has not been found.",
  "The claim that shiatsu cures migraine is false.",
  "We offer it as a choice and never as a cure.",
  "The treatment was given without proof.",
  // Asked, supposed, wished.
  "Does massage work for migraine?",
  "## Can massage prevent attacks?",
  "The trial looked at whether massage reduces the number of attacks.",
  "The authors asked how effective it was.",
  "If it helps you with pain, keep going.",
  "It could be that shiatsu and the medicine helped equally.",
  "If it were so, treating the neck might mean fewer attacks.",
  "She hoped to prevent an attack.",
  "Be careful with anyone who promises a cure.",
  // Plain words.
  "The treatment group kept a diary.",
  "After treatment, they went on as usual.",
  "Treat other people kindly, and treat yourself to a rest.",
  "The person who treats your migraine should know.",
  "A doctor can help with the pain.",
  "The therapist works with her thumbs.",
  "Agree on a sign that means stop, and try it out, so you know that it works.",
  "Write down what helps.",
  "We were relieved to hear it.",
  "Wait until the wound has healed.",
  "It proved difficult to find volunteers.",
  "Amitriptyline is a medicine that doctors give to prevent headache.",
  "They reported less pain and more headache-free days.",
  "A review of ten trials found a moderate benefit [open-2017].",
  // Somebody else's words, addresses and code.
  'One member writes: "It cured me."',
  "An advert says “works for everyone”, and names no study.",
  "One wrote: ‘It doesn’t cure me, but it helps with pain.’",
  "See https://massage-cures-migraine.example for an advert.",
  "See [this advert](https://example.org/massage-cures-migraine).",
  "The word `cures` stands in every advert.",
];

describe("findClaims", () => {
  it.each(claimed)("catches: %s", (text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each(notClaimed)("lets through: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(["[small-2019]", "[weak-2018]", "[open-2017]", "[unknown-2022]", ""])("asks for more than “%s”", (card) => {
    expect(found(`Massage reduces the number of attacks ${card}.`)).toHaveLength(1);
  });

  it("says which sentence, which word, and how to say it in place of that", () => {
    const text =
      "A quiet start. Massage **reduces** the number of\nattacks [weak-2018]. A quiet end.\n\nIt cures. It heals.";
    expect(found(text)).toEqual([
      {
        sentence: "Massage reduces the number of attacks.",
        word: "reduces the number of attacks",
        suggestion: expect.stringContaining("In a trial with 47 people"),
      },
      { sentence: "It cures.", word: "cures", suggestion: expect.any(String) },
      { sentence: "It heals.", word: "heals", suggestion: expect.any(String) },
    ]);
  });

  it("takes the card of the neighbour for nobody else", () => {
    expect(found("Massage reduces attacks. It is popular [strong-2020].")).toHaveLength(1);
    expect(found("It is popular. [strong-2020] Massage reduces attacks.")).toHaveLength(1);
  });
});

describe("citedStudies", () => {
  it("gives each card once, in the order of the text", () => {
    expect(citedStudies("One [b-2001].\n\n- two [a-1999] [b-2001]\n\n[not one]")).toEqual(["b-2001", "a-1999"]);
  });
});
