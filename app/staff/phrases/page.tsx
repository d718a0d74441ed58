import type { Metadata } from "next";
import { DryRunResult } from "@/components/screening/dry-run-result";
import { HostList } from "@/components/screening/host-list";
import { PhraseForm } from "@/components/screening/phrase-form";
import { PhraseList } from "@/components/screening/phrase-list";
import { requireStaff } from "@/lib/moderation/gate";
import { one } from "@/lib/platform/params";
import { listHosts, listPhrases, tryPhrase } from "@/lib/screening/queries";
import { phraseField } from "@/lib/screening/schema";

export const metadata: Metadata = { title: "Phrases" };

type Props = { searchParams: Promise<{ try?: string | string[] }> };

export default async function Phrases({ searchParams }: Props) {
  await requireStaff("/staff/phrases");
  const typed = one((await searchParams).try) ?? "";
  const tried = phraseField.safeParse(typed);
  const [phrases, hosts, result] = await Promise.all([
    listPhrases(),
    listHosts(),
    tried.success ? tryPhrase(tried.data) : null,
  ]);
  return (
    <>
      <div className="page-head">
        <h1>Phrases</h1>
        <p className="lead">
          Words that are watched for in what members write: whole words, whatever their case and accents. A star at the
          end stands for any ending.
        </p>
      </div>
      <div className="stack">
        <section aria-labelledby="new" className="stack">
          <h2 id="new">Watch for a new one</h2>
          <form method="get" action="/staff/phrases" className="form">
            <div className="field">
              <label htmlFor="try">Try a phrase first</label>
              {typed && !tried.success && (
                <p className="field-error" id="try-error">
                  {tried.error.issues[0]?.message}
                </p>
              )}
              <input
                id="try"
                name="try"
                defaultValue={typed}
                autoComplete="off"
                aria-invalid={typed && !tried.success ? true : undefined}
                aria-describedby={typed && !tried.success ? "try-error" : undefined}
              />
            </div>
            <div className="form-send">
              <button className="button button-quiet">Show what it would have caught</button>
            </div>
          </form>
          {tried.success && result && (
            <>
              <DryRunResult phrase={tried.data} result={result} />
              <div className="card">
                <PhraseForm phrase={tried.data} />
              </div>
            </>
          )}
        </section>
        <PhraseList phrases={phrases} />
        <HostList hosts={hosts} />
      </div>
    </>
  );
}
