import type { Draft } from "@/lib/drafts/queries";
import { FormDraft } from "./form-draft";

type Props = {
  place: string;
  /** The page's own address. */
  path: string;
  kept: Draft | null;
  /** What the address of the page asks for. */
  chosen: { from?: string | string[] };
  /** What one begins from who leaves the draft aside. */
  from?: string;
  long?: boolean;
};

/** The draft of a form on a page of one's own, which came with it filled in. Works without JavaScript. */
export function OwnDraft({ place, path, kept, chosen, from = "what stands there", long }: Props) {
  const posted = `${path}${path.includes("?") ? "&" : "?"}from=posted`;
  const instead = kept ? { href: posted, name: `Begin with ${from}` } : undefined;
  return <FormDraft place={place} kept={kept} fresh={chosen.from === "posted"} instead={instead} long={long} />;
}
