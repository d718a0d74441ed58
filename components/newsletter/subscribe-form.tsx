import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { subscribeAction } from "@/lib/newsletter/actions";

/** Asks for an address and for nothing else. */
export function SubscribeForm() {
  return (
    <ActionForm action={subscribeAction} submit="Mail me the link">
      <TextField
        name="email"
        type="email"
        label="Your e-mail address"
        hint="We use it for the newsletter only."
        autoComplete="email"
        inputMode="email"
        required
      />
    </ActionForm>
  );
}
