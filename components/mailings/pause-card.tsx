import { ActionForm } from "@/components/ui/form";
import { When } from "@/components/ui/when";
import { pauseMailsAction } from "@/lib/mailings/actions";
import { PauseButtons } from "./pause-buttons";

/** `until` is null where mails come. */
export function PauseCard({ until }: { until: Date | null }) {
  return (
    <section className="card" aria-labelledby="pause">
      <h2 id="pause">A pause</h2>
      {until ? (
        <>
          <p>
            No mails come until <When at={until} />. What would have come waits for you.
          </p>
          <ActionForm action={pauseMailsAction}>
            <button name="days" value="0" className="button button-quiet">
              End the pause now
            </button>
          </ActionForm>
        </>
      ) : (
        <>
          <p>One press, and it is quiet. What would have come waits for you.</p>
          <PauseButtons id="pause-for" />
        </>
      )}
    </section>
  );
}
