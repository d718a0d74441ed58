"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { QueueNews } from "@/lib/moderation/queries-queue";
import { fetchQueueNews } from "./queue-news";

/** Four times a minute is enough for a list that two people share. */
const everyMs = 15_000;

const client = new QueryClient();

type Props = {
  query: string;
  shown: number[];
  /** Given null when the queue could not be asked. */
  onNews: (news: QueueNews | null) => void;
};

/** Asks what became of the open page, as long as somebody looks at it. */
export default function QueueLive(props: Props) {
  return (
    <QueryClientProvider client={client}>
      <Asking {...props} />
    </QueryClientProvider>
  );
}

function Asking({ query, shown, onNews }: Props) {
  const { data, isError } = useQuery({
    queryKey: ["queue", query, shown],
    queryFn: () => fetchQueueNews(query, shown),
    refetchInterval: everyMs,
    retry: 1,
  });
  useEffect(() => {
    if (isError) onNews(null);
    else if (data) onNews(data);
  }, [data, isError, onNews]);
  return null;
}
