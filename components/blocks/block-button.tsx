"use client";

import { ActionForm } from "@/components/ui/form";
import { blockMemberAction, unblockMemberAction } from "@/lib/blocks/actions";

type Props = { member: { id: number; handle: string } };

/** On a member's page: the page's quiet slot shows the one that fits the reader. The page then comes anew, without the words. */
export function BlockButton({ member }: Props) {
  return (
    <div className="for-member">
      <BlockForm member={member} className="when-not-quiet" />
      <UnblockForm member={member} className="when-quiet" />
    </div>
  );
}

type FormProps = Props & { className?: string };

export function BlockForm({ member, className }: FormProps) {
  return (
    <ActionForm action={blockMemberAction} className={className}>
      <input type="hidden" name="member" value={member.id} />
      <button className="button button-quiet">
        Block<span className="visually-hidden"> {member.handle}</span>
      </button>
    </ActionForm>
  );
}

export function UnblockForm({ member, className }: FormProps) {
  return (
    <ActionForm action={unblockMemberAction} className={className}>
      <input type="hidden" name="member" value={member.id} />
      <button className="button button-quiet">
        Unblock<span className="visually-hidden"> {member.handle}</span>
      </button>
    </ActionForm>
  );
}
