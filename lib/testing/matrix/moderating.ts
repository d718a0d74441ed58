import { aComment, aMember, aPost, aTechnique, aWord } from "../factories";
import { aCase } from "../reports";
import type { Attempt, Matrix } from "./attempts";
import { aFormKey, anyone, everyMember, members, moderators } from "./personas";

/** An id that no row has. */
const never = "987654321";

/** An act of staff on something that is not there: whoever may do it is told so, and nobody else gets that far. */
const onNothing = (fields: Record<string, string>, outcomes = moderators("not_found")): Attempt[] => [
  { on: "nothing that is there", fields: () => ({ ...fields, key: aFormKey() }), outcomes },
];

const text = { kind: "hide", rule: "kindness", body: "It is unkind to the person." };
const openCase = async () => ({ case: String((await aCase({ thread: await aPost() })).id), key: aFormKey() });

/** The queue, appeals, texts, watched phrases; and what members keep away from themselves. */
export const moderating: Matrix = {
  "moderation/claimCaseAction": [{ on: "an open case", fields: openCase, outcomes: moderators("done") }],
  "moderation/releaseCaseAction": [{ on: "an open case", fields: openCase, outcomes: moderators("done") }],
  "moderation/openNextCaseAction": [
    { on: "the queue", fields: () => ({ key: aFormKey() }), outcomes: moderators("done") },
  ],
  "moderation/removeSpamAction": [
    {
      on: "a reported comment",
      fields: async () => {
        const thread = await aPost();
        const { id, version } = await aCase({ thread, comment: await aComment({ thread }) });
        return { chosen: `${id}.${version}`, key: aFormKey() };
      },
      outcomes: moderators("done"),
    },
  ],
  "moderation/undoBatchAction": onNothing({ batch: never }),
  "moderation/openCaseByStaffAction": [
    {
      on: "a thread",
      fields: async () => ({ thread: String((await aPost()).id), reason: "other", key: aFormKey() }),
      outcomes: moderators("done"),
    },
  ],
  "moderation/noteMemberAction": [
    {
      on: "a member",
      fields: async () => ({ member: String((await aMember()).id), note: "Was kind about it.", key: aFormKey() }),
      outcomes: moderators("done"),
    },
  ],
  "moderation/changeRoleAction": [
    {
      on: "a member",
      fields: async () => ({ member: String((await aMember()).id), role: "editor", credential: "", key: aFormKey() }),
      outcomes: { ...moderators("not_allowed"), admin: "done" },
    },
  ],
  "moderation/addTemplateAction": [
    { on: "a new text", fields: () => ({ ...text, name: aWord(), key: aFormKey() }), outcomes: moderators("done") },
  ],
  "moderation/editTemplateAction": onNothing(
    { ...text, name: "A text of ours", template: never },
    moderators("template_gone"),
  ),
  "moderation/retireTemplateAction": onNothing({ template: never }, moderators("template_gone")),
  "moderation/submitAppealAction": onNothing(
    { statement: never, report: "0", body: "I meant it in another way than it was read." },
    everyMember("not_found"),
  ),
  "moderation/decideAppealAction": onNothing({
    ...{ appeal: never, version: "1", outcome: "refused" },
    answer: "It breaks the rule that was named.",
  }),
  "moderation/sendNoticeAction": onNothing(
    {
      ...{ address: "https://elsewhere.example.com/", why: "It shows where somebody lives, with the street." },
      ...{ name: "Ana", email: "ana@example.org", goodFaith: "yes" },
    },
    anyone("notice_elsewhere"),
  ),
  "screening/watchPhraseAction": [
    {
      on: "a new phrase",
      fields: () => ({ phrase: aWord(), act: "flag", note: "", key: aFormKey() }),
      outcomes: moderators("done"),
    },
  ],
  "screening/retirePhraseAction": onNothing({ phrase: never }),
  "screening/allowHostAction": [
    {
      on: "a new host",
      fields: () => ({ host: `${aWord()}.example.org`, key: aFormKey() }),
      outcomes: moderators("done"),
    },
  ],
  "screening/removeHostAction": [
    {
      on: "a host",
      fields: () => ({ host: `${aWord()}.example.org`, key: aFormKey() }),
      outcomes: moderators("not_found"),
    },
  ],
  "blocks/blockMemberAction": [
    {
      on: "a member",
      fields: async () => ({ member: String((await aMember()).id), key: aFormKey() }),
      outcomes: members("done"),
    },
  ],
  "blocks/unblockMemberAction": [
    {
      on: "a member",
      fields: async () => ({ member: String((await aMember()).id), key: aFormKey() }),
      outcomes: members("done"),
    },
  ],
  "blocks/muteAction": [
    {
      on: "a technique",
      fields: async () => ({ kind: "technique", id: String((await aTechnique()).id), key: aFormKey() }),
      outcomes: members("done"),
    },
  ],
  "blocks/unmuteAction": [
    {
      on: "a technique",
      fields: async () => ({ kind: "technique", id: String((await aTechnique()).id), key: aFormKey() }),
      outcomes: members("done"),
    },
  ],
  "posts/withdrawPostEditAction": onNothing({ thread: never }, everyMember("not_found")),
  "comments/withdrawCommentEditAction": onNothing({ comment: never }, everyMember("not_found")),
};
