import type { ClaimWord } from "./claim-words";

/** A clause, and from where on a "not" holds for it: one that goes on with "that" is denied with what it hangs on. */
type Clause = { from: number; reach: number };

const anyOf = (patterns: string[], flags = "iu") => new RegExp(patterns.join("|"), flags);

const subject =
  "(?:it|they|this|these|those|we|you|he|she|there|massage|shiatsu|acupressure|craniosacral|therapy|treatment|studies|research|doctors|experts)\\b";
const verb = "(?:(?:can|will|may|might|could|does|is|are|has|have|also)\\b|(?!\\p{L}*(?:ss|us)\\b)\\p{L}+s\\b)";
const boundary = anyOf(
  [
    "[;:()–—] ?|(?<=\\s)-(?=\\s)",
    ",? (?=(?:but|because|although|though|whereas|while|however)\\b)",
    ", (?=(?:and|so|yet|which|who)\\b)",
    `, (?=${subject})`,
    // "Not safe and effective" is one thing; "does not hurt and works" is two.
    ` (?=and (?:that |${subject}|${verb}))`,
  ],
  "giu",
);
const opening =
  /^(?:even |and |but )?(?:if|when|whether|with|without|although|though|while|because|since|as|after|before|until|unless|unlike|instead|rather|despite|in|at|for|not long|no longer|not so long)\b[^,]*, /i;
const hanging = /^(?:(?:and|or|but) )?(?:that|nor) /i;
/** ", which is not new," says nothing about the rest. */
const inserted = /, (?:which|who)\b[^,;]*,/gi;

function clausesOf(text: string): Clause[] {
  const begins = opening.exec(text)?.[0].length ?? 0;
  const starts = [begins, ...[...text.matchAll(boundary)].map((match) => match.index + match[0].length)];
  const clauses: Clause[] = [{ from: 0, reach: 0 }];
  for (const from of starts.filter((start) => start > 0).sort((a, b) => a - b)) {
    const reach = hanging.test(text.slice(from, from + 10)) ? (clauses.at(-1)?.reach ?? 0) : from;
    clauses.push({ from, reach });
  }
  return clauses;
}

/** They look like a "no" and are none. */
const emphasis = anyOf(
  [
    "\\bnot (?:only|just|merely|simply|alone|surprisingly)\\b",
    "\\bno (?:doubt|question|wonder|surprise|secret|matter|less)\\b",
    "\\bwithout (?:a |any )?(?:doubt|question)\\b",
    "\\b(?:cannot|can['’]t|nobody can|no one can) (?:be )?(?:den(?:y|ied)|doubt(?:ed)?|overstated?|fail)\\b",
    "\\b(?:nobody|no one) (?:doubts|denies)\\b",
    "\\bnever fail(?:s|ed)? to\\b",
    "\\b(?:do not|don['’]t|need not) (?:wait|hesitate|miss|worry|forget|despair|suffer)\\b",
    "\\bnothing (?:but|less than|short of)\\b|\\bnone other\\b",
    "\\bhard to (?:believe|imagine|beat|overstate|deny)\\b",
    "\\b(?:with|at|in|for) no \\p{L}+",
  ],
  "giu",
);
const denial = anyOf([
  "\\b(?:not|cannot|no|never|none|nothing|nobody|neither|nor|hardly|scarcely|barely)\\b|n['’]t\\b",
  "\\b(?:unclear|unknown|uncertain|unlikely|unsure|doubt(?:s|ed|ful)?|den(?:y|ies|ied)|wrong(?:ly)?|false(?:ly)?|myth)\\b",
  "\\b(?:fail(?:s|ed)? to|yet to|(?:hard|difficult|impossible) to|too \\p{L}+ to|before \\p{L}+ could|far from|rather than|instead of)\\b",
  "\\black(?:s|ed|ing)?\\b|\\b(?:little|scant|thin) (?:evidence|proof|sign)\\b",
]);
const denialBeside = /\b(?:less|least|without(?: (?:being|having|any|a))?|how) $/i;
const denialAfter = anyOf([
  "^ ?(?:nothing|nobody|no one|none|neither|no|not at all)\\b",
  "^ (?:is|are|was|were) (?:still )?(?:missing|lacking|absent|impossible|unknown|nowhere)\\b",
  "^ (?:has|have) (?:not|never|yet to) (?:yet )?(?:been|be) (?:found|shown|seen|given|made)\\b",
]);
const denialWithin = /^.+\b(?:no|nothing|nobody|none|neither)\b/i;

const supposed = /\b(?:if|whether|suppose|imagine|wonder(?:s|ed)?|it (?:could|might|may) be that)\b/i;
const contrary = /\bif (?:it|this|that) (?:were|was) (?:so|true)\b/i;
const wished = anyOf([
  "\\b(?:(?:hop|try|tri|want|wish|aim|mean|intend|seek)\\p{L}*|gives?|given|takes?|taken|prescribed?) to $",
  "\\bhop(?:e|es|ed|ing) (?:for|of) (?:a |an )?$",
]);
const promised = /\b(?:anyone|anybody|whoever) (?:who |that )?(?:promis|sell|claim|advertis|offer|say)\p{L}*/iu;
const opinion = /\b(?:claim|idea|belief|notion|promise|view)s? (?:that|of)\b/i;
const disputed = /\b(?:false|wrong|untrue|not true|a myth|unproven|disputed|not supported)\b/i;
const ofPeople =
  /\b(?:who|(?:doctor|neurologist|pharmacist|physiotherapist|nurse|clinician|specialist|friend|partner|person|somebody|someone|clinic)s?|people) (?:(?:can|may|might|could|will|would|often|also|should|to) ){0,2}$/i;

/** So far back, in characters, a "not" is looked for: beyond every real clause. */
const maxReach = 400;

/**
 * Reads a sentence once, for every claim word in it.
 * @param text the sentence, with other people's words blotted out
 * @returns whether a claim word, found at a place, claims nothing there: denied, supposed, wished for, or about people
 */
export function excusesIn(text: string): (word: ClaimWord, found: string, at: number) => boolean {
  const heard = text.replace(inserted, (aside) => " ".repeat(aside.length));
  const clauses = clausesOf(text);
  const hypothetical = contrary.test(text);
  return (word, found, at) => {
    const reach = clauses.findLast(({ from }) => from <= at)?.reach ?? 0;
    const before = heard.slice(Math.max(reach, at - maxReach), at);
    const after = text.slice(at + found.length, at + found.length + maxReach);
    if (denial.test(before.replace(emphasis, " ")) || denialBeside.test(before)) return true;
    if (denialAfter.test(after) || denialWithin.test(found)) return true;
    if (hypothetical || supposed.test(before) || wished.test(before) || promised.test(before)) return true;
    if (opinion.test(before) && disputed.test(after)) return true;
    return (word.unlessPeople && ofPeople.test(before)) || (word.unless?.test(before) ?? false);
  };
}
