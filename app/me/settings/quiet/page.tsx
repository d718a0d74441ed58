import type { Metadata } from "next";
import { BlockedPeople } from "@/components/blocks/blocked-people";
import { MutedThings } from "@/components/blocks/muted-things";
import { MutedWords } from "@/components/blocks/muted-words";
import { listQuiet } from "@/lib/blocks/queries";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "Peace and quiet" };

export default async function QuietSettings() {
  const viewer = await currentMember("/me/settings/quiet");
  const { people, things, words } = await listQuiet(viewer.memberId);
  return (
    <>
      <div className="page-head">
        <h1>Peace and quiet</h1>
        <p className="lead">
          What you would rather not see. Only you know of it: nobody is told, and you can take all of it back.
        </p>
      </div>
      <div className="stack">
        <BlockedPeople people={people} />
        <MutedThings things={things} />
        <MutedWords words={words} />
      </div>
    </>
  );
}
