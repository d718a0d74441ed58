"use client";

import { ActionForm } from "@/components/ui/form";
import { pauseMailsAction } from "@/lib/mailings/actions";

const lengths = [
  { days: "1", label: "1 day" },
  { days: "3", label: "3 days" },
  { days: "7", label: "7 days" },
];

/** Keeps all mails back, with one press. */
export function PauseButtons({ id }: { id: string }) {
  return (
    <ActionForm action={pauseMailsAction} className="row">
      <span id={id}>No mails for</span>
      {lengths.map(({ days, label }) => (
        <button key={days} name="days" value={days} className="button button-quiet" aria-describedby={id}>
          {label}
        </button>
      ))}
    </ActionForm>
  );
}
