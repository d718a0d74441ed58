export { offerUnanswered } from "./offer-unanswered";
