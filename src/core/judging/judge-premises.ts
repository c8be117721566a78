// Judges what an open question takes for granted, and corrects it where that is wrong.
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Judged } from './check-claims.ts';
import { type Correction, type CorrectionOf, opposedFact } from './correction.ts';
import { FITS } from './evidence.ts';
import { speaksAgainst } from './gather-evidence.ts';
import type { Reading } from './judge.ts';
import type { JudgedQuestion } from './judged-question.ts';
import { once } from './once.ts';
import type { OpenQuestion } from './open-question.ts';
import { isOpposedByRule, premiseFeatures } from './premise-features.ts';
import { CONTRADICTED } from './verdict.ts';
import { createWeigh, type Weighing } from './weigh.ts';

/** The weights for questions, fitted on labelled questions. */
export interface QuestionWeights {
  /** Two classes, in this order: no false premise, a false premise. */
  ensemble: readonly Weighing[];
  /** Minimum probability at which a question is corrected. */
  falsePremise: number;
}

/** The judge of what one open question takes for granted. */
export interface PremisesJudge {
  /** Judges the question in the light of a fact that may answer it. */
  by(fact: Fact): JudgedQuestion;
  /**
   * Finds what is opposed in a question that no fact answers.
   *
   * @returns undefined where there is nothing to correct
   */
  opposed(): Correction | undefined;
}

/** Minimum probability at which what a rule opposes in a question that no fact answers is corrected. */
const OPPOSED = 0.75;
/** Minimum probability at which a question is corrected by its words alone, where no rule speaks against it. */
const OPPOSED_BY_WORDS = 0.94;
/** Minimum probability at which a question that a rule speaks against may well have a false premise. */
const DOUBTFUL = 0.76;
/** The same by its words alone: these correct a question only when they are surer, so doubt has to begin earlier. */
const DOUBTFUL_BY_WORDS = 0.72;
/** Below this probability, nothing in a question that a fact answers is corrected. */
const SOMEWHAT_DOUBTFUL = 0.3;
/**
 * Minimum probabilities at which what a question takes for granted is corrected: by a rule even if another fact
 * answers the question, and by a rule or by words alone if none does.
 */
const GRANTED_SURELY_OPPOSED = 0.98;
const GRANTED_OPPOSED = 0.9;
const GRANTED_OPPOSED_BY_WORDS = 0.95;
/** Minimum probability at which a statement is clearly about a fact. */
const CLEARLY_MEANT = 0.5;

/** Creates the function that opens the judge of one question. */
export function createJudgePremises(
  { ensemble, falsePremise }: QuestionWeights,
  correctionOf: CorrectionOf,
): (question: OpenQuestion) => PremisesJudge {
  const weigh = createWeigh(ensemble);

  /** What a rule opposes in a statement, if the judge would contradict it as a claim. */
  function oppositionTo(reading: Reading, judged: () => Judged): Correction | undefined {
    // This comes first, since nothing speaks against most questions, and weighing takes a while.
    if (!speaksAgainst(reading.findings)) return undefined;
    const { verdict, probabilities } = judged();
    const fact = opposedIn(judged());
    const isOpposed = (probabilities[CONTRADICTED] ?? 0) >= OPPOSED;
    return verdict.verdict === 'contradicted' && isOpposed && fact ? correctionOf(reading, fact) : undefined;
  }

  /** What is opposed in what a question takes for granted: the surest contradiction, by a rule or by words alone. */
  function oppositionToGranted(granted: readonly Judged[]): Correction | undefined {
    const [surest] = granted
      .filter(
        (one) =>
          one.verdict.verdict === 'contradicted' &&
          contradictedOf(one) >= (isOpposedByRule(one) ? GRANTED_OPPOSED : GRANTED_OPPOSED_BY_WORDS),
      )
      .sort((a, b) => contradictedOf(b) - contradictedOf(a));
    const fact = surest && opposedIn(surest);
    return fact && correctionOf(surest.reading, fact);
  }

  return (question) => {
    const { reading, judged, granted, mayHaveFalsePremise } = question;
    /** How likely it has a false premise, from 0 to 1. */
    const howLikely = once(() => (mayHaveFalsePremise() ? (weigh(premiseFeatures(question))[1] ?? 0) : 0));
    return {
      by(fact) {
        const probability = howLikely();
        const evidence = reading.findings.flatMap((finding) => finding.evidence);
        const against = evidence.filter(({ sign }) => sign < 0);
        // If all evidence speaks for the fact, the wording alone raises no doubt.
        const isBorneOut =
          against.length === 0 && evidence.some((item) => FITS.has(item.rule) && item.fact === fact);
        const enoughToDoubt = against.length > 0 ? DOUBTFUL : DOUBTFUL_BY_WORDS;
        const doubt = probability >= enoughToDoubt && !isBorneOut ? { isDoubtful: true } : {};
        if (probability < SOMEWHAT_DOUBTFUL) return doubt;
        const surely = granted().find(
          (one) => isOpposedByRule(one) && contradictedOf(one) >= GRANTED_SURELY_OPPOSED,
        );
        const surelyOpposed = surely && opposedIn(surely, fact);
        if (surelyOpposed) return { correction: correctionOf(surely.reading, surelyOpposed) };
        const enough = against.length > 0 ? falsePremise : Math.max(falsePremise, OPPOSED_BY_WORDS);
        if (probability < enough) return doubt;
        const opposed = opposedFact(against, fact) ?? (against.length === 0 ? fact : undefined);
        return opposed ? { correction: correctionOf(reading, opposed) } : doubt;
      },
      opposed: () =>
        mayHaveFalsePremise() ? (oppositionTo(reading, judged) ?? oppositionToGranted(granted())) : undefined,
    };
  };
}

const contradictedOf = ({ probabilities }: Judged): number => probabilities[CONTRADICTED] ?? 0;

/**
 * The fact that opposes a statement: the given one, or else one that is related to it, or else the likeliest.
 *
 * @returns undefined where the statement is clearly about a fact that no rule opposes, though one opposes another: that
 *   a few left is not set right by how many stayed
 */
function opposedIn({ reading, verdict: { facts } }: Judged, fact?: Fact): Fact | undefined {
  const { findings, likelyFacts, likeliestFact } = reading;
  const evidence = findings.flatMap((finding) => finding.evidence);
  const against = evidence.flatMap((item) => (item.fact && item.sign < 0 ? [item.fact] : []));
  const isClear = (likelyFacts[0]?.probability ?? 0) >= CLEARLY_MEANT;
  if (isClear && likeliestFact && against.length > 0 && !against.includes(likeliestFact)) return undefined;
  return (
    facts.find((one) => one === fact) ??
    facts.find((one) => fact !== undefined && areRelated(one, fact)) ??
    facts[0]
  );
}
