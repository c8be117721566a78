// Fits what weighs claims and questions on labelled ones, and sets by cross-validation when a verdict is said.
import type { Desk } from '../core/desk.ts';
import { mayBeSupported } from '../core/judging/check-claims.ts';
import { asStatement } from '../core/judging/judge-questions.ts';
import type { JudgeWeights } from '../core/judging/judge-weights.ts';
import { VERDICTS } from '../core/judging/verdict.ts';
import { weigh } from '../core/judging/weigh.ts';
import { fitWeighing, type WeighingSample } from '../training/fit-weighing.ts';
import type { LabelledClaim, LabelledQuestion } from './labelled.ts';

/** Promises that the thresholds keep among claims that were left out of the fitting. */
export const PROMISES = {
  /** Of wrong claims at most this share is called supported. */
  wrongSupported: 0.019,
  /** Of what is called contradicted at least this share is. */
  contradictedRightly: 0.935,
  /** Of questions that take nothing wrong for granted at most this share is corrected. */
  rightCorrected: 0.005,
};

const FOLDS = 5;
const [SUPPORTED, CONTRADICTED] = [VERDICTS.indexOf('supported'), VERDICTS.indexOf('contradicted')];
const [FINE, FALSE_PREMISE] = [0, 1];

/** Fits to labelled claims and questions, which the desk reads with its own model. Deterministic. */
export function fitJudge(
  { reader }: Desk,
  claims: readonly LabelledClaim[],
  questions: readonly LabelledQuestion[],
  onProgress: (done: number, total: number, what: string) => void = () => {},
): JudgeWeights {
  const steps = 2 * (FOLDS + 1);
  const claimSamples = claims.map(({ claim, verdict }) => {
    const reading = reader.read(claim);
    const mayBe = mayBeSupported(reading);
    return { features: reading.features, class: VERDICTS.indexOf(verdict), mayBe };
  });
  const judgedClaims = crossValidate(claimSamples, VERDICTS.length, (fold) =>
    onProgress(fold, steps, 'weighing claims'),
  );
  const questionSamples = questions.map(
    ({ q, kind }): WeighingSample => ({
      features: reader.read(asStatement(q)).features,
      class: kind === 'false-premise' ? FALSE_PREMISE : FINE,
    }),
  );
  const judgedQuestions = crossValidate(questionSamples, 2, (fold) =>
    onProgress(FOLDS + 1 + fold, steps, 'weighing questions'),
  );
  const wrong = judgedClaims.filter((one) => one.class === CONTRADICTED);
  const fine = judgedQuestions.filter((one) => one.class === FINE);
  return {
    claims: {
      weighing: fitWeighing(claimSamples, VERDICTS.length),
      supported: thresholdForShare(
        wrong.map((one) => (one.mayBe ? (one.probabilities[SUPPORTED] as number) : 0)),
        PROMISES.wrongSupported,
      ),
      contradicted: thresholdForPrecision(
        judgedClaims.map((one) => ({
          sure: one.probabilities[CONTRADICTED] as number,
          right: one.class === CONTRADICTED,
        })),
        PROMISES.contradictedRightly,
      ),
    },
    questions: {
      weighing: fitWeighing(questionSamples, 2),
      falsePremise: thresholdForShare(
        fine.map((one) => one.probabilities[FALSE_PREMISE] as number),
        PROMISES.rightCorrected,
      ),
    },
  };
}

/** Adds to each sample its probabilities, as weighed by what was fitted without it. */
function crossValidate<S extends WeighingSample>(
  samples: readonly S[],
  classes: number,
  onFold: (fold: number) => void,
): (S & { probabilities: number[] })[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    onFold(fold);
    const weighing = fitWeighing(
      samples.filter((_, i) => i % FOLDS !== fold),
      classes,
    );
    return samples
      .filter((_, i) => i % FOLDS === fold)
      .map((sample) => ({ ...sample, probabilities: weigh(sample.features, weighing) }));
  }).flat();
}

/** The lowest probability that at most this share reaches, at least 0.5. */
function thresholdForShare(probabilities: readonly number[], share: number): number {
  const sorted = probabilities.toSorted((a, b) => b - a);
  const allowed = Math.floor(share * sorted.length);
  return rounded(Math.max(0.5, (sorted[allowed] ?? 0) + 1e-3));
}

/** The lowest probability from which on this share is right, at least 0.5. */
function thresholdForPrecision(
  judged: readonly { sure: number; right: boolean }[],
  precision: number,
): number {
  let right = 0;
  let threshold = 1;
  judged
    .toSorted((a, b) => b.sure - a.sure)
    .forEach((one, i) => {
      if (one.right) right += 1;
      if (right / (i + 1) >= precision) threshold = one.sure;
    });
  return rounded(Math.max(0.5, threshold));
}

const rounded = (probability: number) => Number(probability.toFixed(3));
