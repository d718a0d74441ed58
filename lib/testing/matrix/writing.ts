import { aComment, aMember, aPost, aTechnique, aTestimonial, daysAgo, type Member } from "../factories";
import { toldForm } from "../told";
import type { Attempt, Matrix } from "./attempts";
import { aFormKey, everyMember, members, speakers, type Outcomes } from "./personas";

const gone = daysAgo(1);
const following = (level: string) => ({ level, key: aFormKey() });

/** A thread in each of its states. */
const states = {
  "a visible thread": {},
  "a thread for members": { audience: "members" },
  "a locked thread": { lockedAt: gone },
  "a hidden thread": { hiddenAt: gone },
  "a removed thread": { removedAt: gone },
  "a withdrawn thread": { withdrawnAt: gone },
  "a thread that waits": { heldAt: gone },
} as const;
type State = keyof typeof states;

type Made = { fields: Attempt["fields"]; outcomes: Outcomes };

/** The same attempt on a thread of each state. */
function inEachState(
  make: (state: (typeof states)[State], me: Member) => ReturnType<Attempt["fields"]>,
  outcomesOf: (state: State) => Outcomes,
): Attempt[] {
  return (Object.keys(states) as State[]).map((on): Attempt & Made => ({
    on,
    fields: (me) => make(states[on], me),
    outcomes: outcomesOf(on),
  }));
}

const postForm = async () => ({
  technique: (await aTechnique()).slug,
  kind: "question",
  title: "What helps when touch hurts?",
  body: "I would like to hear what others do then.",
  audience: "public",
  key: aFormKey(),
});

const editable: Partial<Record<State, string>> = {
  "a locked thread": "thread_locked",
  "a hidden thread": "under_review",
  "a thread that waits": "under_review",
  "a removed thread": "not_found",
  "a withdrawn thread": "not_found",
};
const open: Partial<Record<State, string>> = { "a locked thread": "thread_locked" };
const readable = (state: State) => state === "a visible thread" || state === "a thread for members";

/** Asks, answers, tells and reacts. */
export const writing: Matrix = {
  "posts/startPostAction": [{ on: "a technique", fields: postForm, outcomes: speakers("done") }],
  "posts/editPostAction": [
    ...inEachState(
      async (state, author) => ({ ...(await postForm()), thread: String((await aPost({ author, ...state })).id) }),
      (state) => (editable[state] ? members(editable[state]) : speakers("done")),
    ).map((attempt) => ({ ...attempt, on: `one's own: ${attempt.on}` })),
    {
      on: "somebody else's post",
      fields: async () => ({ ...(await postForm()), thread: String((await aPost()).id) }),
      outcomes: members("not_yours"),
    },
  ],
  "comments/postCommentAction": inEachState(
    async (state) => ({
      thread: String((await aPost(state)).id),
      replyTo: "",
      body: "I know this well.",
      key: aFormKey(),
    }),
    (state) => speakers(readable(state) ? "done" : (open[state] ?? "not_found")),
  ),
  "comments/editCommentAction": [
    ...inEachState(
      async (state, author) => {
        const comment = await aComment({ thread: await aPost(state), author });
        return { comment: String(comment.id), body: "I see it differently now.", key: aFormKey() };
      },
      (state) => (readable(state) ? speakers("done") : members(open[state] ?? "not_found")),
    ).map((attempt) => ({ ...attempt, on: `one's own under ${attempt.on}` })),
    {
      on: "somebody else's comment",
      fields: async () => {
        const comment = await aComment({ thread: await aPost() });
        return { comment: String(comment.id), body: "I see it differently now.", key: aFormKey() };
      },
      outcomes: members("not_yours"),
    },
    {
      on: "one's own hidden comment",
      fields: async (author) => {
        const comment = await aComment({ thread: await aPost(), author, hiddenAt: gone });
        return { comment: String(comment.id), body: "I see it differently now.", key: aFormKey() };
      },
      outcomes: members("under_review"),
    },
  ],
  "comments/withdrawCommentAction": [
    {
      on: "one's own comment, also where the thread is hidden",
      fields: async (author) => {
        const comment = await aComment({ thread: await aPost({ hiddenAt: gone }), author });
        return { comment: String(comment.id), key: aFormKey() };
      },
      outcomes: everyMember("done"),
    },
    {
      on: "somebody else's comment",
      fields: async () => ({ comment: String((await aComment({ thread: await aPost() })).id), key: aFormKey() }),
      outcomes: everyMember("not_yours"),
    },
  ],
  "threads/withdrawThreadAction": [
    ...inEachState(
      async (state, author) => ({ thread: String((await aPost({ author, ...state })).id), key: aFormKey() }),
      (state) => everyMember(state === "a withdrawn thread" ? "not_found" : "done"),
    ).map((attempt) => ({ ...attempt, on: `one's own: ${attempt.on}` })),
    {
      on: "somebody else's",
      fields: async () => ({ thread: String((await aPost()).id), key: aFormKey() }),
      outcomes: everyMember("not_yours"),
    },
  ],
  "reactions/reactAction": [
    ...inEachState(
      async (state) => ({ threadId: String((await aPost(state)).id), reaction: "r0-thanks", key: aFormKey() }),
      (state) => speakers(readable(state) || state === "a locked thread" ? "done" : "not_found"),
    ),
    {
      on: "one's own",
      fields: async (author) => ({
        threadId: String((await aPost({ author })).id),
        reaction: "r0-hug",
        key: aFormKey(),
      }),
      outcomes: speakers("react_own"),
    },
  ],
  "testimonials/tellWhatHelpedAction": [
    {
      on: "a technique",
      fields: async () => toldForm({ technique: (await aTechnique()).slug, key: aFormKey() }),
      outcomes: speakers("done"),
    },
  ],
  "testimonials/editTestimonialAction": [
    {
      on: "one's own",
      fields: async (author) => toldForm({ thread: String((await aTestimonial({ author })).id), key: aFormKey() }),
      outcomes: speakers("done"),
    },
    {
      on: "somebody else's",
      fields: async () => toldForm({ thread: String((await aTestimonial()).id), key: aFormKey() }),
      outcomes: members("not_yours"),
    },
  ],
  "testimonials/tellFollowUpAction": [
    {
      on: "one's own, too early",
      fields: async (author) => ({
        thread: String((await aTestimonial({ author })).id),
        ...{ after: "30_days", effect: "no_change", unwanted: "none", unwantedText: "", note: "", key: aFormKey() },
      }),
      outcomes: members("too_early"),
    },
  ],
  "follows/followAction": [
    {
      on: "a technique",
      fields: async () => ({ kind: "technique", id: String((await aTechnique()).id), ...following("watch") }),
      outcomes: members("done"),
    },
    {
      on: "a hidden thread",
      fields: async () => ({
        kind: "thread",
        id: String((await aPost({ hiddenAt: gone })).id),
        ...following("follow"),
      }),
      outcomes: members("not_found"),
    },
    {
      on: "another member",
      fields: async () => ({ kind: "member", id: String((await aMember()).id), ...following("follow") }),
      outcomes: members("done"),
    },
    {
      on: "a technique, no more",
      fields: async () => ({ kind: "technique", id: String((await aTechnique()).id), ...following("off") }),
      outcomes: members("done"),
    },
  ],
  "notifications/markAllReadAction": [
    { on: "one's own", fields: async () => ({ upTo: "1", key: aFormKey() }), outcomes: members("done") },
  ],
  "follows/chooseFollowOnReplyAction": [
    { on: "oneself", fields: async () => ({ follow: "yes", key: aFormKey() }), outcomes: members("done") },
  ],
};
