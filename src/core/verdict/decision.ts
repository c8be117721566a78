// Which verdict is likeliest: multinomial logistic regression over what the ranker and the polarity say of a claim.

/** Fitted on statements that neither the ranker nor the polarity had been trained on. */
export interface VerdictDecision {
  /** For each verdict, in the order of `VERDICTS`, one weight for each sign, the constant's first. */
  weights: readonly (readonly number[])[];
  /** "The article says otherwise" is said from this probability on. */
  contradicted: number;
}

/** A statement that was held out of training: its signs, and the verdict it should get, as a position in `VERDICTS`. */
export interface VerdictTrial {
  signs: readonly number[];
  verdict: number;
}

/** Of what is called contradicted, at least this share must be: a wrong correction is worse than none. */
const PRECISION = 0.95;
const CONTRADICTED = 1;
const STEPS = 400;
const RATE = 0.5;

/** The probability of each verdict, in the order of `VERDICTS`. */
export function probabilitiesOf(
  signs: readonly number[],
  { weights }: Pick<VerdictDecision, 'weights'>,
): number[] {
  const scores = weights.map((own) =>
    Math.exp(own.reduce((sum, weight, i) => sum + weight * (signs[i] ?? 0), 0)),
  );
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.map((score) => score / sum);
}

/** The verdict, as a position in `VERDICTS`: contradicted where it is sure, else the likelier of the other two. */
export function decide(signs: readonly number[], decision: VerdictDecision): number {
  const [supported = 0, contradicted = 0, missing = 0] = probabilitiesOf(signs, decision);
  if (contradicted >= decision.contradicted && contradicted >= Math.max(supported, missing))
    return CONTRADICTED;
  return supported >= missing ? 0 : 2;
}

/** Fits the probabilities, each verdict weighing the same in all, then the threshold that keeps the precision. */
export function fitVerdict(trials: readonly VerdictTrial[]): VerdictDecision {
  const counts = [0, 1, 2].map((verdict) => trials.filter((trial) => trial.verdict === verdict).length || 1);
  const width = trials[0]?.signs.length ?? 0;
  const weights = counts.map(() => new Array<number>(width).fill(0));
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((own) => own.map(() => 0));
    for (const { signs, verdict } of trials) {
      const share = 1 / (3 * (counts[verdict] as number));
      probabilitiesOf(signs, { weights }).forEach((probability, v) => {
        const error = share * (probability - (v === verdict ? 1 : 0));
        for (let i = 0; i < width; i += 1)
          (gradient[v] as number[])[i] =
            ((gradient[v] as number[])[i] as number) + error * (signs[i] as number);
      });
    }
    weights.forEach((own, v) => {
      for (let i = 0; i < width; i += 1)
        own[i] = (own[i] as number) - RATE * ((gradient[v] as number[])[i] ?? 0);
    });
  }
  return { weights, contradicted: leastSure(trials, weights, counts) };
}

/** The lowest probability from which on the precision is kept, each verdict weighing the same. */
function leastSure(
  trials: readonly VerdictTrial[],
  weights: readonly number[][],
  counts: readonly number[],
): number {
  const said = trials
    .map(({ signs, verdict }) => ({
      verdict,
      sure: probabilitiesOf(signs, { weights })[CONTRADICTED] as number,
    }))
    .sort((a, b) => b.sure - a.sure);
  let right = 0;
  let all = 0;
  let least = 1;
  for (const { verdict, sure } of said) {
    const share = 1 / (counts[verdict] as number);
    all += share;
    if (verdict === CONTRADICTED) right += share;
    if (right / all >= PRECISION) least = sure;
  }
  return least;
}
