import type { Metadata } from "next";
import { LevelForm } from "@/components/follows/level-form";
import { ReplySwitch } from "@/components/follows/reply-switch";
import { followsOnReply, listFollowed } from "@/lib/follows/queries";
import { currentMember } from "@/lib/platform/current-viewer";

export const metadata: Metadata = { title: "What you follow" };

const words = { technique: "Technique", thread: "Thread", member: "Member" };

export default async function Following() {
  const viewer = await currentMember("/me/settings/following");
  const [followed, onReply] = await Promise.all([listFollowed(viewer.memberId), followsOnReply(viewer.memberId)]);
  return (
    <>
      <div className="page-head">
        <h1>What you follow</h1>
        <p className="lead">
          What you follow fills your feed. Of what you watch, you are told everything. What you mute is left out of what
          you see. Nobody learns of any of it.
        </p>
      </div>
      {followed.length === 0 && (
        <p className="note">
          Nothing yet. <a href="/techniques">The techniques</a> are a good place to begin.
        </p>
      )}
      <div className="stack">
        <ul className="threads">
          {followed.map((subject) => (
            <li key={`${subject.kind}${subject.id}`} className="card level-row">
              <p className="row">
                <span className="tag">{words[subject.kind]}</span>
                <a className="tall-link" href={subject.href}>
                  {subject.name}
                </a>
              </p>
              <LevelForm subject={subject} />
            </li>
          ))}
        </ul>
        <ReplySwitch on={onReply} />
        <p>
          <a href="/me/settings/quiet">What you do not want to see</a>
        </p>
      </div>
    </>
  );
}
