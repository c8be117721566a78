// Fits the weights for claims and questions on labelled ones: an ensemble by cross-validation, which also sets the
// thresholds for a verdict.
import type { Desk } from '../core/desk.ts';
import { createCheckClaims } from '../core/judging/check-claims.ts';
import { takeOffFrame } from '../core/judging/claim-frames.ts';
import { mayBeSupported } from '../core/judging/claim-rules.ts';
import type { ClaimWeights } from '../core/judging/decide-verdict.ts';
import type { QuestionWeights } from '../core/judging/judge-premises.ts';
import type { JudgeWeights } from '../core/judging/judge-weights.ts';
import { createReadOpenQuestion } from '../core/judging/open-question.ts';
import { premiseFeatures } from '../core/judging/premise-features.ts';
import { askedFor } from '../core/judging/question-statement.ts';
import { CONTRADICTED, SUPPORTED, VERDICTS } from '../core/judging/verdict.ts';
import { createWeigh, type Weigh, type Weighing } from '../core/judging/weigh.ts';
import { fitWeighing, type WeighingSample } from '../training/fit-weighing.ts';
import type { InSet, LabelledClaim, LabelledQuestion, LabelledSet } from './labelled.ts';

/** Promises that the thresholds keep on claims that were held out of the fit. */
export const PROMISES = {
  /** Maximum share of wrong claims that are called supported. */
  wrongSupported: 0.025,
  /** Minimum share of claims called contradicted that are. */
  contradictedRightly: 0.935,
  /** Maximum share of answerable questions without a false premise that are corrected. */
  rightCorrected: 0.015,
};

/**
 * Minimum probabilities for saying a verdict and for correcting a question, whatever the promises allow. The misses of
 * the labelled examples were read, so the promises hold less well for others.
 */
const MIN_THRESHOLDS = { supported: 0.86, contradicted: 0.7, falsePremise: 0.86 };

/** Weights of the sets. There is little in members' own style, but that is what the bot meets. */
const WEIGHTS: Readonly<Record<LabelledSet, number>> = { members: 4, prose: 1 };

const FOLDS = 5;
const [FINE, FALSE_PREMISE] = [0, 1];

/** Fits to labelled claims and questions, which the desk reads with its own model. Deterministic. */
export function fitJudge(
  desk: Desk,
  claims: readonly InSet<LabelledClaim>[],
  questions: readonly InSet<LabelledQuestion>[],
  onProgress: (done: number, total: number, what: string) => void = () => {},
): JudgeWeights {
  const claimWeights = fitClaims(desk, claims, (fold) => onProgress(fold, 2 * FOLDS, 'weighing claims'));
  return {
    claims: claimWeights,
    questions: fitQuestions(desk, claimWeights, questions, (fold) =>
      onProgress(FOLDS + fold, 2 * FOLDS, 'weighing questions'),
    ),
  };
}

function fitClaims(
  { reader }: Desk,
  claims: readonly InSet<LabelledClaim>[],
  onFold: (fold: number) => void,
): ClaimWeights {
  const judged = crossValidate(
    claims.flatMap(({ claim, verdict, set }) => {
      const { text, stance } = takeOffFrame(claim);
      // What is put around a claim is judged by rules.
      if (text !== claim && stance !== 'asserts') return [];
      const reading = reader.read(text);
      return [
        {
          features: reading.features(),
          class: VERDICTS.indexOf(verdict),
          weight: WEIGHTS[set],
          mayBe: mayBeSupported(reading),
        },
      ];
    }),
    VERDICTS.length,
    onFold,
  );
  const wrong = judged.samples.filter((one) => one.class === CONTRADICTED);
  return {
    ensemble: judged.ensemble,
    supported: Math.max(
      MIN_THRESHOLDS.supported,
      thresholdForShare(
        wrong.map((one) => (one.mayBe ? (one.probabilities[SUPPORTED] as number) : 0)),
        PROMISES.wrongSupported,
      ),
    ),
    contradicted: Math.max(
      MIN_THRESHOLDS.contradicted,
      thresholdForPrecision(
        judged.samples.map((one) => ({
          sure: one.probabilities[CONTRADICTED] as number,
          right: one.class === CONTRADICTED,
        })),
        PROMISES.contradictedRightly,
      ),
    ),
  };
}

function fitQuestions(
  { reader, knowledge }: Desk,
  claimWeights: ClaimWeights,
  questions: readonly InSet<LabelledQuestion>[],
  onFold: (fold: number) => void,
): QuestionWeights {
  const readOpenQuestion = createReadOpenQuestion(reader, createCheckClaims(knowledge, reader, claimWeights));
  // Other questions are judged as claims, or take nothing for granted.
  const open = questions.filter(({ q }) => askedFor(q) === 'open');
  const samples = open.flatMap(({ q, kind, set }) => {
    const question = readOpenQuestion(q);
    if (!question.mayHaveFalsePremise()) return [];
    return {
      features: premiseFeatures(question),
      class: kind === 'false-premise' ? FALSE_PREMISE : FINE,
      weight: WEIGHTS[set],
      isAnswerable: kind === 'answerable',
    };
  });
  const judged = crossValidate(samples, 2, onFold);
  const fine = judged.samples.filter(({ isAnswerable }) => isAnswerable);
  const neverCorrected = open.filter(({ kind }) => kind === 'answerable').length - fine.length;
  return {
    ensemble: judged.ensemble,
    falsePremise: Math.max(
      MIN_THRESHOLDS.falsePremise,
      thresholdForShare(
        [
          ...fine.map((one) => one.probabilities[FALSE_PREMISE] as number),
          ...Array.from({ length: neverCorrected }, () => 0),
        ],
        PROMISES.rightCorrected,
      ),
    ),
  };
}

/**
 * Fits the members of an ensemble, each without one fold, and adds to each sample the probability from the member
 * without it.
 */
function crossValidate<S extends WeighingSample>(
  samples: readonly S[],
  classes: number,
  onFold: (fold: number) => void,
): { ensemble: Weighing[]; samples: (S & { probabilities: number[] })[] } {
  const ensemble = Array.from({ length: FOLDS }, (_, fold) => {
    onFold(fold);
    return fitWeighing(
      samples.filter((_, i) => i % FOLDS !== fold),
      classes,
    );
  });
  const weighs = ensemble.map((member) => createWeigh([member]));
  return {
    ensemble,
    samples: samples.map((sample, i) => ({
      ...sample,
      probabilities: (weighs[i % FOLDS] as Weigh)(sample.features),
    })),
  };
}

/** The lowest probability, at least 0.5, that at most this share reaches. */
function thresholdForShare(probabilities: readonly number[], share: number): number {
  const sorted = probabilities.toSorted((a, b) => b - a);
  const allowed = Math.floor(share * sorted.length);
  return rounded(Math.max(0.5, (sorted[allowed] ?? 0) + 1e-3));
}

/** The lowest probability, at least 0.5, at and above which this share is right. */
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
