import type { Matrix } from "./attempts";
import { mailings } from "./mailings";
import { moderating } from "./moderating";
import { newsletter } from "./newsletter";
import { own } from "./own";
import { staff } from "./staff";
import { writing } from "./writing";

/** Every server action, with who may use it on what. An action that stands nowhere here fails the build. */
export const matrix: Matrix = { ...writing, ...own, ...staff, ...moderating, ...newsletter, ...mailings };
