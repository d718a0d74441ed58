import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openList } from "@/app/_shared/list";
import { BlockButton } from "@/components/blocks/block-button";
import { MuteMemberButton } from "@/components/blocks/mute-button";
import { FollowButton } from "@/components/follows/follow-button";
import { RoleTag } from "@/components/members/byline";
import { ListPages } from "@/components/threads/list-pages";
import { ThreadRows } from "@/components/threads/thread-rows";
import { Avatar } from "@/components/ui/avatar";
import { Words } from "@/components/ui/words";
import { When } from "@/components/ui/when";
import { getProfile } from "@/lib/members/queries";
import { tags } from "@/lib/platform/tags";
import { aboutPage, dependOn } from "@/lib/serving/context";

type Query = { page?: string | string[]; before?: string | string[] };
type Props = { params: Promise<{ handle: string }>; searchParams: Promise<Query> };

const find = cache((handle: string) => getProfile(handle));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await find((await params).handle);
  // People are found through what they write, not by their names in a search engine.
  return profile ? { title: profile.handle, robots: { index: false } } : {};
}

export default async function MemberPage({ params, searchParams }: Props) {
  const profile = await find((await params).handle);
  if (!profile) notFound();
  dependOn(tags.member(profile.id), tags.threadsOfMember(profile.id));
  aboutPage({ kind: "member", id: profile.id });
  const { list, page } = await openList({ authorId: profile.id }, await searchParams);
  return (
    <div className="frame frame-narrow">
      <header className="page-head">
        <div className="row">
          <Avatar handle={profile.handle} />
          <h1>{profile.handle}</h1>
        </div>
        <p className="meta">
          <RoleTag role={profile.role} credential={profile.credential} />
          <span>
            Here since <When at={profile.joinedAt} />
          </span>
        </p>
        {profile.bioHtml && (
          <div className="when-not-quiet when-not-muted">
            <Words html={profile.bioHtml} />
          </div>
        )}
        <p className="when-quiet note">
          You blocked {profile.handle}. You do not see what they write, and nothing of theirs reaches you. They are not
          told.
        </p>
        <p className="when-muted note">
          You muted {profile.handle}. What they write is left out of what you see. They are not told, and can still
          answer you.
        </p>
        <div className="row" data-by={`m${profile.id}`}>
          <div className="not-own row">
            <div className="when-not-quiet when-not-muted">
              <FollowButton
                subject={{ kind: "member", id: profile.id }}
                name={profile.handle}
                watched="Be told of each thread that they start"
                look="button button-quiet"
              />
            </div>
            <MuteMemberButton member={{ id: profile.id, handle: profile.handle }} />
            <BlockButton member={{ id: profile.id, handle: profile.handle }} />
          </div>
          <a className="tool for-member not-own" href={`/me/report?member=${profile.handle}`}>
            Report
          </a>
          <a className="tool for-visitor" href={`/report?address=/members/${profile.handle}`} rel="nofollow">
            Report
          </a>
          <span className="own">
            <a className="button button-quiet" href="/me/settings">
              Change what stands here
            </a>
          </span>
          <a className="tool for-staff" href={`/staff/members/${profile.handle}`}>
            Look at this as a moderator
          </a>
        </div>
      </header>
      <section aria-labelledby="threads" className="when-not-quiet when-not-muted stack">
        <h2 id="threads">What {profile.handle} started</h2>
        {list.rows.length > 0 ? (
          <ThreadRows threads={list.rows} level={3} />
        ) : (
          <p className="note">Nothing that you can read here yet.</p>
        )}
        <ListPages list={list} page={page} path={`/members/${profile.handle}`} />
      </section>
    </div>
  );
}
