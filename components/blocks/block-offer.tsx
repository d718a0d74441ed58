import { BlockForm, UnblockForm } from "./block-button";

type Props = { author: { id: number; handle: string; blocked: boolean } };

/** After a report: one need not go on reading somebody while a moderator looks. */
export function BlockOffer({ author }: Props) {
  return (
    <div className="note">
      {author.blocked ? (
        <>
          <p>You blocked {author.handle}. You do not see what they write.</p>
          <UnblockForm member={author} className="row" />
        </>
      ) : (
        <>
          <p>Would you rather not read {author.handle} any more? They are not told.</p>
          <BlockForm member={author} className="row" />
        </>
      )}
    </div>
  );
}
