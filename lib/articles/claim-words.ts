/** Words that say more than a small study can carry, and how to say it instead. */
export type ClaimWord = {
  pattern: RegExp;
  suggestion: string;
  /** What a sentence has to cite: a card of at least moderate certainty, or any card for what is the count of a study. */
  needs?: "any_card";
  /** "A doctor can help with the pain" is about the doctor. */
  unlessPeople?: true;
  /** What stands before it when it is no claim. */
  unless?: RegExp;
};

const filler =
  "(?:(?!(?:and|or|but|than|in|with|to|from|when|if|that|by|as|on|at|who|which|is|was|are|were)\\b)[\\p{L}\\p{N}'’%-]+ )";
const upTo = (most: number) => `${filler}{0,${most}}`;
const attacks = "(?:migraines?|headaches?|attacks?|pains?|aches?|symptoms?)";
const ills = `(?:${attacks}|nausea|auras?|anxiety|stress|tension|sleep|sleeplessness|insomnia|fatigue|disability|inflammation|frequency|intensity|severity|suffering|discomfort|painkillers?|medication|quality of life)`;
const hands =
  "(?:(?:self-)?massages?|shiatsu|(?:self-)?acupressure|craniosacral(?: therapy)?|therap(?:y|ies)|treatments?|techniques?|methods?|release|reflexology|manipulation|pressing|rubbing|kneading|stretching|touch)";
const hedges =
  "(?:(?:can|may|might|could|will|would|does|do|did|has|have|really|often|also|even|usually|probably|certainly|definitely|clearly|actually|always|simply|just) ){0,3}";
const someone =
  "(?:(?:you|people|them|me|us|many|some|most|others|patients|sufferers|everyone|a (?:bit|little|lot)) ){0,2}";
const better = "(?:better|fewer|less|lower|reduced|improved|shorter|milder|weaker|rarer|deeper)";
const pills = "(?:pain ?killers?|pain ?medicines?|medicines?|medication|pills?|tablets?|drugs?|triptans?)";

const anyOf = (...patterns: string[]) => new RegExp(patterns.map((each) => `\\b${each}`).join("|"), "giu");

const sayWhatWasFound =
  "Say who found what, and in how many people: “In a trial with 47 people, those who were massaged had fewer attacks.”";
const saySoFar = "Say what was found so far, and what is weak about it: a few small studies settle nothing.";
const nameTheStudy = "Say which study, with how many people, and what it found: “One trial with 20 people found …”";
const sayWhoSaysSo =
  "Say whose experience it is, in quotation marks: “It did me good,” one member writes. Or say who found what, in how many people.";
const sayWhatWasCounted = "Say what was counted, in whom, and whether it was the main question of the study.";
const sayWhatIsKnownOfHarm =
  "Say what the study recorded about harm, and in how many people. Rare harm hardly shows in a small study.";

export const claimWords: ClaimWord[] = [
  { pattern: anyOf("cur(?:e|es|ed|ing|able|ative)\\b"), suggestion: saySoFar },
  {
    pattern: anyOf(
      "(?<!(?:wounds?|cuts?|scars?|bruises?|skin|bones?) (?:\\p{L}+ )?)heal(?:s|ed)?\\b",
      "healing\\b(?! (?:wounds?|cuts?|scars?|skin|fractures?|bones?))",
    ),
    suggestion: saySoFar,
  },
  {
    pattern: anyOf(
      "prov(?:es?|ed|en|ing)\\b(?! (?:to be )?(?:hard|difficult|impossible|wrong|too|otherwise)\\b)",
      "proofs?\\b",
    ),
    suggestion: saySoFar,
    unless: /\b(?:feel|look|sound)(?:s|ed)? like (?:a )?$/i,
  },
  { pattern: anyOf("guarantee(?:s|d|ing)?\\b", "miracles?\\b", "miraculous(?:ly)?\\b"), suggestion: saySoFar },
  { pattern: anyOf("(?<!cost-)effective(?:ly)?\\b", "success(?:ful|fully| rates?)\\b"), suggestion: sayWhatWasFound },
  {
    pattern: anyOf("effectiveness\\b", "efficac(?:y|ious)\\b"),
    suggestion: sayWhatWasFound,
    unless: /\b(?:tests?|tested|measured?|studied|looked?|asked?|examined?|compared?|assessed|evaluated)\b/i,
  },
  {
    pattern: anyOf(
      `(?:${hands} ${hedges}|(?<=(?:^|[.!:;,(] |\\b(?:and|because|but|since) |(?:we|doctors|experts|scientists|researchers|they|everyone) (?:know|say|agree|found) (?:that )?))(?:it|this|that) ${hedges})work(?:s|ed)?(?= ?[.!,;)]| ?$| (?:(?:just |equally |very )?(?:as )?well|wonders|best|better|great|like|for|against|by|too|fast|quickly|within|every|even|again)\\b)`,
      `work(?:s|ed)? (?:(?:well|best|better|great|wonders|just|really) )?(?:for|against) ${upTo(3)}(?:${ills}|people|patients|many|most|everyone|everybody|anyone|some|me|you|us|her|him|others)\\b`,
      `works? in (?:chronic )?migraine\\b`,
      `(?:nothing|no other \\p{L}+) ${upTo(3)}(?:works?|helps?|relieves?|eases?) (?:as|so) (?:well|much)\\b`,
      `(?:nothing|no other \\p{L}+) ${upTo(3)}(?:works?|helps?|relieves?|eases?) (?:better|more|faster|like)\\b`,
    ),
    suggestion: sayWhoSaysSo,
    unlessPeople: true,
    unless: /\bwhat (?:\p{L}+ )?$/iu,
  },
  {
    pattern: anyOf(
      `treat(?:s|ed|ing)? ${upTo(2).replace("and|", "and|for|")}(?:migraines?|headaches?|attacks?|pain|symptoms?|(?:root )?causes?)\\b`,
      `(?:remedy|antidote) (?:for|against|to) ${upTo(2)}${ills}\\b`,
      `(?:is|are|as|offers?|makes?) (?:an?|the) ${upTo(3)}(?:treatment|therapy|solution|answer) (?:for|against|of|to) ${upTo(2)}${ills}\\b`,
    ),
    suggestion: sayWhatWasFound,
    unlessPeople: true,
  },
  {
    pattern: anyOf(
      `prevent(?:s|ed|ing|ion of)? ${upTo(3)}${ills}\\b`,
      `wards? off ${upTo(2)}${ills}\\b`,
      `keeps? ${upTo(3)}${ills} (?:away|at bay)\\b`,
      `protect(?:s|ed|ing)? ${someone}(?:from|against) ${upTo(2)}${ills}\\b`,
      `takes? away ${upTo(2)}${ills}\\b`,
      `takes? ${upTo(2)}${ills} away\\b`,
      `${attacks} ${hedges}(?:disappear(?:s|ed)?|vanish(?:es|ed)?|melts? away)\\b`,
      "eliminat(?:e|es|ed|ing)\\b",
      "(?:eradicat|banish|vanquish)(?:e|es|ed|ing)?\\b",
      `(?:get|gets|got|getting|be|is) (?:rid|free) of ${upTo(2)}${ills}\\b`,
      `(?:stops|ends|beats|fights|combats|defeats|conquers) ${upTo(2)}${attacks}\\b`,
      `(?:can|may|might|could|will|helps?|helped|enough to|able to) ${someone}(?:to )?(?:stop|end|beat|fight|combat|defeat|conquer) ${upTo(2)}${attacks}\\b`,
    ),
    suggestion: sayWhatWasFound,
  },
  {
    pattern: anyOf(
      "relieves?\\b",
      "relieving\\b",
      "(?<!\\b(?:am|is|are|was|were|be|been|feel|felt|so) )relieved\\b",
      `${ills} (?:is|are|was|were) relieved\\b`,
      `(?:eas|sooth|alleviat|calm|tam)(?:es?|ed|s|ing)? ${upTo(3)}${ills}\\b`,
      `(?:brings?|brought|gives?|gave|offers?|offered|provides?|provided|delivers?|finds?|found|gets?|got) ${upTo(3)}relief\\b`,
      "relief (?:from|of)\\b",
    ),
    suggestion: sayWhatWasFound,
  },
  {
    pattern: anyOf(
      `help(?:s|ed|ing|ful)? ${someone}(?:with|against|for|in|during) ${upTo(2)}${ills}\\b`,
      `help(?:s|ed|ing)? ${someone}(?:to )?(?:prevent|reduce|relieve|ease|lower|cut|stop|treat|cure|manage|control|fight|avoid|improve|shorten|soothe|calm|overcome) ${upTo(4)}${ills}\\b`,
      `${hands} ${hedges}help(?:s|ed|ing)?\\b(?! ${someone}(?:to )?(?:decide|choose|understand|explain|know|see|ask))`,
    ),
    suggestion: sayWhoSaysSo,
    unlessPeople: true,
    unless: /\bwhat (?:\p{L}+ )?$/iu,
  },
  {
    pattern: anyOf(
      `(?:reduc(?:es?|ed|ing)|decreas(?:es?|ed|ing)|lowers|lowered|lowering|lessens?|lessened|diminish(?:es|ed)?|shortens|shortened|halves|halved|cuts|curbs?|minimi[sz]es?) ${upTo(4)}${ills}\\b`,
      `(?:can|may|might|could|will|would|to|does) ${someone}(?:also |even )?(?:lower|cut|shorten|halve|slash) ${upTo(4)}${ills}\\b`,
      `(?:improv(?:es?|ed|ing)|boost(?:s|ed|ing)?) ${upTo(3)}(?:${ills}|mood|well-?being|circulation)\\b`,
      `(?:leads?|led|leading) to ${upTo(4)}(?:${better}|relief)\\b`,
      `(?:results?|resulted|resulting) in ${upTo(2)}${better}\\b`,
      `(?:means|brings?|brought|gives?|gave|ensures?|enjoy|expect|get|(?:can|could|may|might|will) (?:mean|feel|have|see|notice|need|suffer)) ${someone}${upTo(2)}(?:fewer|less|better|shorter|milder|weaker) ${upTo(2)}${ills}\\b`,
      `(?:makes?|made) ${upTo(3)}${attacks} (?:become )?(?:rarer|milder|shorter|weaker|better|bearable|disappear|vanish|go away|less)\\b`,
      `thanks to ${upTo(2)}${hands}\\b`,
      `${better} (?:\\p{L}+ ){0,6}(?:because of|due to) ${upTo(2)}${hands}\\b`,
      `(?:way|road|path|key|secret) to ${upTo(2)}(?:fewer|less|better|milder|shorter) ${upTo(2)}${ills}\\b`,
      `(?:fewer|less|better|milder|shorter) ${upTo(3)}${ills} (?:\\p{L}+ ){0,3}(?:through|by (?:using|having|means of)|with the help of)\\b`,
    ),
    suggestion: sayWhatWasFound,
  },
  {
    pattern: anyOf(
      `(?:needs?|needed|requires?|required|(?:get|gets|got) by with|manage[sd]? with|cut down on) ${upTo(2)}(?:fewer|less|lower) ${upTo(2)}${pills}\\b`,
    ),
    suggestion: sayWhatWasCounted,
  },
  {
    pattern: anyOf(`(?:beats|outperforms|replaces|as good as|better than|superior to) ${upTo(2)}${pills}\\b`),
    suggestion: sayWhatWasFound,
  },
  {
    pattern: anyOf(
      `(?:takes?|took|taking|uses?|used|using|swallow(?:s|ed)?) ${upTo(2)}(?:fewer|less) ${upTo(2)}${pills}\\b`,
    ),
    suggestion: sayWhatWasCounted,
    needs: "any_card",
  },
  {
    pattern: anyOf(
      "(?:studies|research|science|trials|evidence|experts|doctors|neurologists|scientists|researchers) (?:(?:have|has|now|clearly|already|long|also|all|repeatedly|consistently) ){0,3}(?:shows?|shown|confirm(?:s|ed)?|demonstrates?|demonstrated|establish(?:es|ed)?|agrees?|recommends?|supports?|backs?|know|swear by)\\b",
      "(?:shown|known|found|demonstrated|believed|said) to (?:help|work|be (?:effective|useful|safe|of help)|reduce|relieve|ease|prevent|lower|cut|improve|cure|heal|treat|stop|benefit)\\b",
      "(?:scientific|clinic|medic)ally (?:proven|proved|tested|shown|backed|supported|validated|confirmed|recognised|recognized)\\b",
      "(?:well[- ](?:established|documented|proven)|undisputed|beyond (?:all )?doubt)\\b",
      "(?:evidence|science|research)[- ](?:based|backed)\\b",
      "(?:backed|supported|confirmed|validated) by (?:the )?(?:science|research|studies|evidence|doctors|experts)\\b",
    ),
    suggestion: nameTheStudy,
  },
  {
    pattern: anyOf(
      `(?:is|are|be|was|were) ${upTo(2)}(?:good|great|best|ideal|perfect|excellent|beneficial|useful|wonderful) (?:for|against|in) ${upTo(3)}${ills}\\b`,
      "benefits? (?:all |many |most )?(?:people|those|patients|anyone|everyone|sufferers) (?:with|who)\\b",
    ),
    suggestion: sayWhoSaysSo,
  },
  {
    pattern: anyOf(
      "(?:completely|totally|perfectly|absolutely|entirely|always) (?:safe|harmless)\\b",
      "risk[- ]free\\b",
      "(?:no|without|without any|zero) (?:known |serious |unwanted )?(?:side[- ]effects?|risks?)\\b",
    ),
    suggestion: sayWhatIsKnownOfHarm,
  },
];
