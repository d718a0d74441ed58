import { ChoicesField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { chooseFollowOnReplyAction } from "@/lib/follows/actions";

/** Whether writing under a thread begins to follow it. */
export function ReplySwitch({ on }: { on: boolean }) {
  return (
    <section className="card" aria-labelledby="on-reply">
      <h2 id="on-reply">When you write somewhere</h2>
      <ActionForm action={chooseFollowOnReplyAction} submit="Save">
        <ChoicesField
          name="follow"
          label="Threads that you write in"
          choices={[{ value: "yes", label: "Follow them from then on" }]}
          defaultValue={on ? ["yes"] : []}
        />
      </ActionForm>
    </section>
  );
}
