import { ChoicesField } from "@/components/ui/fields";
import type { Flow } from "./flow";
import { FlowFields } from "./next-case";

/** Whether a decision leads on to the next case. */
export function ThenNext({ flow, chosen }: { flow: Flow; chosen: boolean }) {
  return (
    <>
      <FlowFields flow={flow} />
      <ChoicesField
        name="then"
        label="And then?"
        choices={[{ value: "next", label: "Open the next case" }]}
        defaultValue={chosen ? ["next"] : []}
      />
    </>
  );
}
