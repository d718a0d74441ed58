import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/fields";
import { allowHostAction, removeHostAction } from "@/lib/screening/actions";
import type { AllowedHost } from "@/lib/screening/queries";

export function HostList({ hosts }: { hosts: AllowedHost[] }) {
  return (
    <section aria-labelledby="hosts" className="stack">
      <h2 id="hosts">Hosts that may be linked to at once</h2>
      <p>
        Links of newcomers, and links that are added more than a day later, wait for a moderator. Those to these hosts,
        and to all that stands under them, do not.
      </p>
      <ul className="threads">
        {hosts.map(({ host, by }) => (
          <li key={host} className="card">
            <ActionForm action={removeHostAction} className="row">
              <input type="hidden" name="host" value={host} />
              <strong>{host}</strong>
              <span className="quiet">{by ? `added by ${by}` : "there from the start"}</span>
              <button className="button button-quiet" aria-label={`Remove ${host}`}>
                Remove
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
      <div className="card">
        <ActionForm action={allowHostAction} submit="Add it">
          <TextField
            name="host"
            label="Another host"
            hint="For example doi.org, or an address on it."
            autoComplete="off"
          />
        </ActionForm>
      </div>
    </section>
  );
}
