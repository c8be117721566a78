// Multinomial logistic regression over a few features: how likely each class is.

/** For each class one weight for each sign. */
export type Weights = readonly (readonly number[])[];

/** The probability of each class, 0 to 1, together 1 (softmax). */
export function probabilitiesOf(signs: readonly number[], weights: Weights): number[] {
  const scores = weights.map((own) => own.reduce((sum, weight, i) => sum + weight * (signs[i] ?? 0), 0));
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
