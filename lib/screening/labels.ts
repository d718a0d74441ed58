/** What the software noticed about a text, in a sentence for the moderator. */
export const signSentences: Record<string, (n: number) => string> = {};
