import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distressIn, type DistressKind } from "./distress";
import corpus from "./distress-corpus.json";
import rules from "./distress-rules.json";
import { sentencesOf } from "./plain-words";

type Sample = { label: string; text: string; missed?: boolean };
const parts: Record<string, Sample[]> = {
  development: corpus.development,
  "held out": corpus.held_out,
  "last round": corpus.last_round,
};
const kinds: DistressKind[] = ["crisis", "red_flag"];
const labels = [...kinds, "none"];
const kindsIn = (text: string) => [...new Set(distressIn(text).map(({ kind }) => kind))];
const verdictOn = (text: string) => kindsIn(text).join(" and ") || "none";
const ruleIds = (text: string) => distressIn(text).map(({ kind, rule }) => `${kind}/${rule}`);

function measured(samples: Sample[], kind: DistressKind) {
  const caught = samples.filter(({ text }) => kindsIn(text).includes(kind));
  const right = caught.filter(({ label }) => label === kind).length;
  const meant = samples.filter(({ label }) => label === kind).length;
  return { meant, right, missed: meant - right, wrong: caught.length - right };
}

describe("the labelled sentences", () => {
  const all = Object.values(parts).flat();

  it("are many, of every label, and each stands there once", () => {
    expect(corpus.development.length).toBeGreaterThanOrEqual(280);
    expect(corpus.held_out.length).toBeGreaterThanOrEqual(120);
    expect(labels.filter((label) => all.filter((sample) => sample.label === label).length < 90)).toEqual([]);
    expect(all.filter(({ label }) => !labels.includes(label))).toEqual([]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it("are read as they are labelled, but for the known misses", () => {
    const wrong = (corpus.development as Sample[]).filter(
      ({ label, text, missed }) => !missed && verdictOn(text) !== label,
    );
    expect(wrong).toEqual([]);
  });

  it("name no miss that is caught by now", () => {
    const caught = (corpus.development as Sample[]).filter(
      ({ label, text, missed }) => missed && verdictOn(text) === label,
    );
    expect(
      caught.map(({ text }) => text),
      "take “missed” away from it, and measure again",
    ).toEqual([]);
  });
});

describe("precision and recall", () => {
  const doc = readFileSync("docs/distress-words.md", "utf8");
  const floors: [part: string, kind: DistressKind, precision: number, recall: number][] = [
    ["development", "crisis", 0.95, 0.95],
    ["development", "red_flag", 0.95, 0.95],
    ["held out", "crisis", 0.9, 0.85],
    ["held out", "red_flag", 0.9, 0.9],
    ["last round", "crisis", 0.85, 0.3],
    ["last round", "red_flag", 0.85, 0.8],
  ];

  it.each(floors)("of the %s part for %s are what the page for operators says, and not below the floor", (...floor) => {
    const [part, kind, precision, recall] = floor;
    const { meant, right, missed, wrong } = measured(parts[part] ?? [], kind);
    const [exact, complete] = [right / (right + wrong), right / meant];
    const row = [part, kind.replace("_", " "), meant, right, missed, wrong, exact.toFixed(2), complete.toFixed(2)];
    const rows = doc.split("\n").map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1)
        .join(" | "),
    );
    expect(rows).toContain(row.join(" | "));
    expect(exact).toBeGreaterThanOrEqual(precision);
    expect(complete).toBeGreaterThanOrEqual(recall);
  });

  it("are told with the number of sentences", () => {
    const counts = Object.values(parts).map((samples) =>
      labels.map((label) => samples.filter((sample) => sample.label === label).length),
    );
    for (const [crisis, redFlag, none] of counts) {
      expect(doc).toContain(`${crisis} crisis, ${redFlag} red flags, ${none} neither`);
    }
  });
});

const denied: [text: string, verdict: string][] = [
  ["I am suicidal.", "crisis"],
  ["I'm not suicidal.", "none"],
  ["I am neither suicidal nor depressed.", "none"],
  ["I've never had any thoughts of suicide.", "none"],
  ["I'm not going to hurt myself.", "none"],
  ["I'm not suicidal yet.", "crisis"],
  ["I'm not well. Suicidal.", "crisis"],
  ["Not only am I suicidal, I'm broke.", "crisis"],
  ["Nobody knows that I'm suicidal.", "crisis"],
  ["I would never kill myself because my kids need me.", "crisis"],
  ["I never wanted to die so badly.", "crisis"],
  ["I don't want to die but I can't go on.", "crisis"],
  ["I don't see a way out.", "crisis"],
  ["I don't want to be a burden.", "crisis"],
  ["My sister isn't suicidal, but my brother is suicidal.", "crisis"],
  ["Years ago I wanted to die, and I am fine now.", "none"],
  ["Years ago I wanted to die, I was fine for a while, and the thoughts are back.", "crisis"],
  ["No double vision, no slurred speech.", "none"],
  ["I have no dizziness, slurred speech or double vision.", "none"],
  ["No fever, but my face is drooping.", "red_flag"],
  ["I have no fever. My face is drooping.", "red_flag"],
  ["My left arm goes numb, that's my usual aura.", "none"],
  ["My left arm is numb, and that's not my usual aura.", "red_flag"],
  ["Ten years ago I had a seizure.", "none"],
  ["I have had seizures since I hit my head ten years ago.", "red_flag"],
];

const spelled = [
  "I can't go on like this",
  "I can’t go on like this",
  "i cant go on like this",
  "I CAN'T   GO ON LIKE THIS!!!",
  "I can't go **on** like *this*",
  "I can't go\non like this",
  "- I can't go on\n  like this",
  "> I can't go on like this",
  "I caaaan't go on like this",
  "I can\u200B't go on like this",
  "𝗜 𝗰𝗮𝗻'𝘁 𝗴𝗼 𝗼𝗻 𝗹𝗶𝗸𝗲 𝘁𝗵𝗶𝘀",
];

describe("distressIn", () => {
  it.each(denied)("reads “%s” as %s", (text, verdict) => {
    expect(verdictOn(text)).toBe(verdict);
  });

  it.each(spelled)("reads through the spelling of %j", (text) => {
    expect(distressIn(text)).toEqual([{ kind: "crisis", rule: "cannot-go-on" }]);
  });

  it("takes quoted lines for somebody else's symptoms, and asks no whose the despair is", () => {
    expect(verdictOn("> My face is drooping.\n\nPlease take care.")).toBe("none");
    expect(verdictOn("> I want to die.\n\nPlease take care.")).toBe("crisis");
  });

  it("joins what stands in neighbouring sentences, and no further", () => {
    expect(verdictOn("I have a fever. My neck is stiff, and my head hurts.")).toBe("red_flag");
    expect(verdictOn("I have a fever. I like tea. I like rain. My neck is as stiff as on every Monday.")).toBe("none");
  });

  it("names each rule once", () => {
    const ids = [...rules.crisis.rules, ...rules.red_flag.rules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ruleIds("I want to die. I want to die! I want to die?")).toEqual(["crisis/wish-to-die"]);
  });

  it("knows every excuse that a rule names", () => {
    const known = rules.red_flag.excuses.map(({ id }) => id).concat(rules.crisis.excuses.map(({ id }) => id));
    const named = [...rules.crisis.rules, ...rules.red_flag.rules].flatMap((rule) =>
      "excuses" in rule ? rule.excuses : [],
    );
    expect(named.filter((id) => id !== undefined && !known.includes(id))).toEqual([]);
  });
});

describe("whatever is typed", () => {
  const harmless = [
    "The tea was warm.",
    "We have two cats.",
    "My pillow is green and made of buckwheat.",
    "Thank you for reading.",
    "- The bus comes at noon",
  ];
  const samples = [...corpus.development, ...corpus.held_out].map(({ text }) => text);

  it("is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        distressIn(text);
      }),
    );
  });

  it("keeps its hits when a harmless sentence follows", () => {
    const text = fc.oneof(
      fc.constantFrom(...samples),
      fc.array(fc.constantFrom(...samples), { minLength: 2, maxLength: 4 }).map((several) => several.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...harmless), (words, more) => {
        expect(ruleIds(`${words}\n\n${more}`)).toEqual(expect.arrayContaining(ruleIds(words)));
      }),
      { numRuns: 300 },
    );
  });

  it("becomes sentences of words between single spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(sentencesOf(text).filter((sentence) => !/^ (?:\S+ )+$/.test(sentence))).toEqual([]);
      }),
    );
  });
});
describe("the time it takes", () => {
  const longest = 60_000;
  /** Far above what any of these takes, far below what backtracking would: that grows with the square of the text. */
  const mostScans = 60;
  const nasty = [
    "a",
    "a ",
    "a. ",
    "a\n",
    "\n",
    " ",
    "> ",
    "-",
    "'",
    "..",
    "http://",
    "[](",
    "ﷺ",
    "no ",
    "cant ",
    "if you ",
  ]
    .concat(["suicidal. ", "not suicidal ", "not suicidal. ", "i want to ", "dont want to ", "how many how much "])
    .concat(["no fever or ", "no fever, ", "no seizures ", "worse when i ", "my left arm leg hand of my "])
    .concat(["pregnant. no headache. ", "the article says ", "ten years ago i wanted to die and i am fine now. "]);

  const timeOf = (work: () => unknown) => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return Math.min(...times);
  };

  it.each(nasty)("is in proportion to the length of a text full of %j", (piece) => {
    const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
    const scan = timeOf(() => [...text.matchAll(/./gsu)].length);
    expect(timeOf(() => distressIn(text)) / scan).toBeLessThan(mostScans);
  });
});
