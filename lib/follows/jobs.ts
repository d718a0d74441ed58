export { followAfterWriting } from "./follow-after-writing";
