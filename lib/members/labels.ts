import type { RefusalFacts } from "@/lib/platform/errors";

export const roleLabels: Record<string, string> = {
  member: "Member",
  provider: "Provider",
  editor: "Editor",
  moderator: "Moderator",
  admin: "Moderator",
};

export const memberRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  email_wrong: "This does not look like an e-mail address. Please check it, for example name@example.org.",
  handle_taken: "Somebody already has this handle, or one that looks very much like it. Please choose another.",
  handle_reserved: "This handle is kept free, so that nobody takes it for an office. Please choose another.",
  handle_chosen: "You have a handle already.",
  invitation_over: "This link has been used or is too old. Start the server again to get a new one.",
};
