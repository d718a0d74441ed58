/**
 * What becomes of a row when the account of the member in this column is deleted.
 * - `delete`: the row goes.
 * - `keep`: the row stays as it is, for whom it is about or for the law; the member is by then only a number.
 * - `anonymise`: the row stays without the person's words, or under nobody's name.
 */
type Fate = { fate: "delete" | "keep" | "anonymise"; why: string };

/** Every column that points at a member. A new one is classified here before it can be merged. */
export const erasure: Record<string, Fate> = {
  "threads.author_id": { fate: "anonymise", why: "others have answered; its words are erased like withdrawn ones" },
  "threads.locked_by": { fate: "keep", why: "who decided is part of the decision" },
  "threads.hidden_by": { fate: "keep", why: "who decided is part of the decision" },
  "threads.removed_by": { fate: "keep", why: "who decided is part of the decision" },
  "threads.slowed_by": { fate: "keep", why: "who decided is part of the decision" },
  "members.bio_hidden_by": { fate: "keep", why: "who decided is part of the decision" },
  "comments.author_id": { fate: "anonymise", why: "its number keeps the answers in place; its words are erased" },
  "comments.hidden_by": { fate: "keep", why: "who decided is part of the decision" },
  "comments.removed_by": { fate: "keep", why: "who decided is part of the decision" },
  "personas.member_id": {
    fate: "delete",
    why: "the envelope leads to the person; what the persona told goes as withdrawn",
  },
  "quotes.approved_by": { fate: "keep", why: "who let a quote into an article is part of the article" },
  "revisions.edited_by": { fate: "delete", why: "earlier words of the same person" },
  "reactions.member_id": { fate: "delete", why: "a gesture of a person who is gone" },
  "follows.follower_id": { fate: "delete", why: "what somebody follows tells about them" },
  "follows.member_id": { fate: "delete", why: "there is nobody to follow" },
  "notifications.member_id": { fate: "delete", why: "what somebody was told tells about them" },
  "notifications.actor_id": { fate: "delete", why: "there is nobody to hear of" },
  "readings.member_id": { fate: "delete", why: "what somebody reads tells about them" },
  "mail_settings.member_id": { fate: "delete", why: "how to reach somebody who is gone" },
  "hearing_choices.member_id": { fate: "delete", why: "what somebody wants to hear tells about them" },
  "mailings.member_id": { fate: "delete", why: "what somebody was told tells about them" },
  "digested.member_id": { fate: "delete", why: "what somebody was told tells about them" },
  "energies.member_id": { fate: "delete", why: "how somebody feels is theirs alone" },
  "offers.member_id": { fate: "delete", why: "there is nobody to answer" },
  "mutes.muted_member_id": { fate: "delete", why: "there is nobody to avoid" },
  "blocks.blocker_id": { fate: "delete", why: "whom somebody avoids tells about them" },
  "blocks.blocked_id": { fate: "delete", why: "there is nobody to avoid" },
  "mutes.member_id": { fate: "delete", why: "what somebody does not want to read tells about them" },
  "drafts.member_id": { fate: "delete", why: "words that nobody was ever shown" },
  "cases.member_id": { fate: "keep", why: "a case about a profile; the profile itself is emptied" },
  "cases.author_id": { fate: "keep", why: "the record of moderation; the member is by then only a number" },
  "cases.claimed_by": { fate: "keep", why: "who worked on a case is part of it" },
  "member_notes.member_id": { fate: "delete", why: "notes about somebody who is gone" },
  "member_notes.author_id": { fate: "keep", why: "a note of the moderators belongs to them all" },
  "batches.moderator_id": { fate: "keep", why: "who decided is part of the decision" },
  "batches.undone_by": { fate: "keep", why: "who undid it is part of the record" },
  "restrictions.member_id": { fate: "keep", why: "the record of moderation; the member is by then only a number" },
  "appeals.member_id": { fate: "anonymise", why: "the outcome is counted; its words go with their author" },
  "appeals.decided_by": { fate: "keep", why: "who decided is part of the decision" },
  "watched_phrases.created_by": { fate: "keep", why: "who watches what is part of the staff's record" },
  "watched_phrases.retired_by": { fate: "keep", why: "who watches what is part of the staff's record" },
  "allowed_hosts.added_by": { fate: "keep", why: "who allowed a host is part of the staff's record" },
  "reports.reporter_id": { fate: "anonymise", why: "the case needs the report, not its note or who wrote it" },
  "decisions.moderator_id": { fate: "keep", why: "the author of what was decided on may appeal for 6 months" },
  "statements.member_id": { fate: "delete", why: "a letter to somebody who is gone" },
  "newsletter_issues.written_by": { fate: "keep", why: "who wrote an issue is part of the staff's record" },
  "newsletter_issues.scheduled_by": { fate: "keep", why: "who sent an issue is part of the staff's record" },
  "events.actor_id": { fate: "anonymise", why: "counts stay, names go" },
  "audit_log.actor_id": { fate: "keep", why: "the log only grows; it holds numbers and codes" },
};
