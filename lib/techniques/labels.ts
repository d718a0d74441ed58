type Certainty = "high" | "moderate" | "low" | "very_low" | "not_rated";
type Direction = "helped" | "mixed" | "no_difference" | "not_about_effect";

export const certaintyLabels: Record<Certainty, string> = {
  high: "High certainty",
  moderate: "Moderate certainty",
  low: "Low certainty",
  very_low: "Very low certainty",
  not_rated: "Certainty not rated",
};

export const directionLabels: Record<Direction, string> = {
  helped: "People did better",
  mixed: "Mixed results",
  no_difference: "No difference found",
  not_about_effect: "Not about the effect",
};
