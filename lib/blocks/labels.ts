export const blockRefusals: Record<string, string | ((facts: Record<string, string | number>) => string)> = {
  block_self: "You cannot block yourself.",
  mute_self: "You cannot mute yourself.",
  blocks_full: ({ most }) => `You have blocked ${most} people, and no more fit. Unblock somebody first.`,
  things_full: ({ most }) =>
    `You have muted ${most} techniques, threads and people, and no more fit. Unmute one first.`,
  words_full: ({ most }) => `You have muted ${most} words, and no more fit. Unmute one first.`,
  word_unusable: "Please use at least 2 letters or digits, and at most 60 in all. A * can only stand at the end.",
};
