export { spreadEvent } from "./spread-event";
