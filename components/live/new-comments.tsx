"use client";

import { QueryClient, QueryClientProvider, keepPreviousData, useQuery } from "@tanstack/react-query";
import { CommentItem } from "@/components/comments/comment-item";
import { Prose } from "@/components/ui/prose";
import type { Comment } from "@/lib/comments/queries";

export type NewCommentsProps = {
  threadId: number;
  /** Positions up to this one belong on the page that is open. */
  room: number;
  /** Where the others are. */
  next: string;
};

type Props = NewCommentsProps & { after: number; upTo: number };

const client = new QueryClient();

/** The comments that came since the page was opened, up to the one that the reader asked for. */
export default function NewComments(props: Props) {
  return (
    <QueryClientProvider client={client}>
      <Fetched {...props} />
    </QueryClientProvider>
  );
}

function Fetched({ threadId, after, upTo, room, next }: Props) {
  const {
    data = [],
    isError,
    isSuccess,
  } = useQuery({
    queryKey: ["comments", threadId, after, upTo],
    queryFn: () => fetchAfter(threadId, after),
    placeholderData: keepPreviousData,
    retry: 2,
  });
  const here = data.filter(({ position }) => position <= Math.min(upTo, room));
  return (
    <>
      <ol className="comments" start={after + 1}>
        {here.map((comment) => (
          <CommentItem key={comment.position} threadId={threadId} comment={comment}>
            <Prose html={comment.bodyHtml} />
          </CommentItem>
        ))}
      </ol>
      {isSuccess && data.length === 0 && (
        <p className="quiet">
          What came is kept from you: somebody whom you blocked or muted, or a word that you muted.
        </p>
      )}
      {isError && <p>The new comments could not be fetched. Reload the page to see them.</p>}
      {upTo > room && (
        <p>
          <a href={next}>Go on on the next page</a>
        </p>
      )}
    </>
  );
}

type Sent = Omit<Comment, "createdAt" | "editedAt"> & { createdAt: string; editedAt: string | null };

async function fetchAfter(threadId: number, after: number): Promise<Comment[]> {
  const answer = await fetch(`/api/threads/${threadId}/comments?after=${after}`);
  if (!answer.ok) throw new Error(`comments: ${answer.status}`);
  const sent = (await answer.json()) as Sent[];
  return sent.map((comment) => ({
    ...comment,
    createdAt: new Date(comment.createdAt),
    editedAt: comment.editedAt ? new Date(comment.editedAt) : null,
  }));
}
