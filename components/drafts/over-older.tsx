import type { Draft } from "@/lib/drafts/queries";

type Props = { what: string; place: string; kept: Draft | null };

/** Warns where a draft was begun over a text that somebody has changed since. */
export function OverOlder({ what, place, kept }: Props) {
  if (!kept || kept.place === place) return null;
  return (
    <p className="note">
      {what} has been changed since you began this draft. Please <a href="?from=posted">look at it as it is</a> before
      you save, or the draft takes its place.
    </p>
  );
}
