import type { Metadata } from "next";
import { LogFilter } from "@/components/moderation/log-filter";
import { LogTable } from "@/components/moderation/log-table";
import { requireStaff } from "@/lib/moderation/gate";
import { listLog } from "@/lib/moderation/queries-log";
import { readCursor, writeCursor } from "@/lib/platform/pagination";
import { one } from "@/lib/platform/params";

export const metadata: Metadata = { title: "Log" };

type Param = string | string[];
type Props = { searchParams: Promise<{ actor?: Param; about?: Param; before?: Param }> };

export default async function Log({ searchParams }: Props) {
  await requireStaff("/staff/log");
  const query = await searchParams;
  const actor = (one(query.actor) ?? "").trim().slice(0, 24);
  const given = one(query.about) ?? "";
  const about = /^[a-z]{1,20}(:\d{1,15})?$/.test(given) ? given : "";
  const { rows, older } = await listLog({ actor, about }, readCursor(query.before));
  return (
    <>
      <div className="page-head">
        <h1>Log</h1>
        <p className="lead">
          Everything that staff did, and every look at what is private. The database does not let anyone change or
          delete a line.
        </p>
      </div>
      <LogFilter actor={actor} about={about} />
      {rows.length > 0 ? <LogTable rows={rows} /> : <p className="note">Nothing of this kind was done.</p>}
      {older && (
        <p>
          <a className="button button-quiet" href={addressOf({ actor, about, before: writeCursor(older) })}>
            Older
          </a>
        </p>
      )}
      <section className="threads-section" aria-labelledby="verify">
        <h2 id="verify">How to check it</h2>
        <p>
          Each line has a number and a code that is made from it, from the line before, and from a secret of the server.
          Whoever runs the server can check them all with <code>npm run verify-log</code>: it names each line that was
          changed, taken out or put in. Note the number and the code that it prints somewhere else from time to time, so
          that a log that was cut short shows, too.
        </p>
      </section>
    </>
  );
}

function addressOf(params: Record<string, string>): string {
  return `/staff/log?${new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ""))}`;
}
