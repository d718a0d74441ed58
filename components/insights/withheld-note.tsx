import { reportsFloor, type Withheld } from "@/lib/insights/schema";

/** What stands in place of a figure that is not shown, and why. */
export function WithheldNote({ withheld }: { withheld: Withheld }) {
  return (
    <p className="withheld">
      <strong>{withheld.title}</strong>{" "}
      {withheld.why === "too_few"
        ? `Not enough reports yet (${withheld.reports} of ${reportsFloor}).`
        : "Kept back, so that a smaller group cannot be worked out from it."}
    </p>
  );
}
