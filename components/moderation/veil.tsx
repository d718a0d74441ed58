import type { ReactNode } from "react";

type Props = {
  /** Whether the words are hard to read; others are simply shown. */
  over: boolean;
  /** What asks for them. */
  ask?: string;
  children: ReactNode;
};

/**
 * Words that are hard to read, out of sight and out of hearing until somebody asks for them, with and without
 * JavaScript. The blurred line is nobody's words: blurred letters can be guessed, and are read out.
 */
export function Veil({ over, ask = "Show the words. They may be hard to read.", children }: Props) {
  if (!over) return <>{children}</>;
  return (
    <details className="fold veil">
      <summary>
        <span>{ask}</span>
        <span className="veil-hint" aria-hidden="true">
          not before you are ready
        </span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
