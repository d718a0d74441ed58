import type { Thread } from "@/lib/threads/queries";

/** Where to go from a thread. */
export function ThreadAside({ thread }: { thread: Thread }) {
  return (
    <>
      {thread.technique && (
        <div className="card">
          <h2>{thread.technique.name}</h2>
          <p>What it is, whom to ask first, what trials say, and more threads.</p>
          <p>
            <a href={`/techniques/${thread.technique.slug}`}>About {thread.technique.name}</a>
          </p>
        </div>
      )}
      <div className="safety">
        <p>
          Nobody here can examine you. A sudden, severe or very different headache needs a doctor today.{" "}
          <a href="/safety">The signs to know</a>
        </p>
      </div>
    </>
  );
}
