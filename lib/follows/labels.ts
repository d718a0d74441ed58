export const followRefusals: Record<string, string> = {
  follow_self: "You cannot follow yourself, though your own threads stand on your page.",
  blocked: "You cannot follow this person.",
};
