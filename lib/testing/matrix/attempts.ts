import type { Member } from "../factories";
import type { Outcomes } from "./personas";

type Fields = Record<string, string | string[]>;

/** One way to use an action: what is sent, and what becomes of it for each kind of person. */
export type Attempt = {
  /** The state of what it is about. */
  on: string;
  /** Makes what it is about, and gives the form. `me` is who sends it; a visitor's is somebody else. */
  fields: (me: Member) => Promise<Fields> | Fields;
  outcomes: Outcomes;
};

/** Every action with the attempts that are made. */
export type Matrix = Record<string, Attempt[]>;
