// Decides the verdict on a claim: by the fitted weights, and by rules that override them.
import type { Fact } from '../knowledge/schema.ts';
import {
  deniesNoPlan,
  fitsItsOrder,
  fitsItsPeriod,
  isBorneOut,
  isLeftOpen,
  isOpinion,
  isStatedSurely,
  isSurelyBorneOut,
  isSurelyContradicted,
  mayBeSupported,
  quotesInDispute,
} from './claim-rules.ts';
import { speaksAgainst } from './gather-evidence.ts';
import type { Reading } from './judge.ts';
import { logit } from './judging-features.ts';
import type { VerdictKind } from './verdict.ts';
import { createWeigh, type Weighing } from './weigh.ts';

/** The weights for claims, fitted on labelled claims. */
export interface ClaimWeights {
  /** Its classes are in the order of `VERDICTS`. */
  ensemble: readonly Weighing[];
  /** Minimum probability at which each of the two verdicts is given. */
  supported: number;
  contradicted: number;
}

export interface Decided {
  kind: VerdictKind;
  /** The probability of each of `VERDICTS`, in that order. */
  probabilities: readonly number[];
}

export interface DecideVerdict {
  decide(reading: Reading): Decided;
  /**
   * Whether a rival of a text (rivals.ts) would be supported more surely: then the text is not supported, however
   * surely.
   *
   * @param supported the probability that the text is supported
   */
  isRivalled(reading: Reading, supported: number): boolean;
}

/** Minimum probability at which a claim is supported that no rule supports. Only where contradictions were learned. */
const SURE_BY_WORDS = 0.9;
/**
 * Minimum probability at which a claim is contradicted that no rule contradicts. From 0.77 on, one in five was right
 * after all.
 */
const AGAINST_BY_WORDS = 0.85;
/** Minimum probability at which a claim is supported if its figures fit, or its rules agree, and nothing speaks against it. */
const FITS_SURELY = 0.4;
/**
 * By how much the logarithm of the odds that a rival is supported may exceed that of a claim, for the claim to be
 * supported. Compared on claims for development (docs/quality.md).
 */
const RIVALLED = 0.5;
/** Minimum probability at which a rule that is certain contradicts a claim. */
const CERTAINLY_AGAINST = 0.6;

/** Creates the function that decides, with the weights for claims. */
export function createDecideVerdict(
  facts: ReadonlyMap<string, Fact>,
  { ensemble, ...least }: ClaimWeights,
): DecideVerdict {
  const weigh = createWeigh(ensemble);

  function decide(reading: Reading): Decided {
    const probabilities = weigh(reading.features());
    if (isLeftOpen(reading, facts)) return { kind: 'not_in_source', probabilities };
    const [supported = 0, contradicted = 0] = probabilities;
    const fits = isSurelyBorneOut(reading);
    const isAgainst = speaksAgainst(reading.findings);
    const enoughAgainst = isAgainst ? least.contradicted : Math.max(least.contradicted, AGAINST_BY_WORDS);
    const isSpared =
      !isAgainst &&
      (isOpinion(reading) ||
        fitsItsPeriod(reading) ||
        fitsItsOrder(reading) ||
        deniesNoPlan(reading) ||
        quotesInDispute(reading, facts));
    const isContradicted = contradicted >= enoughAgainst && !fits && !isSpared;
    if (isContradicted || (contradicted >= CERTAINLY_AGAINST && isSurelyContradicted(reading)))
      return { kind: 'contradicted', probabilities };
    const byWords = isBorneOut(reading) ? least.supported : Math.max(least.supported, SURE_BY_WORDS);
    const isSure = fits || isStatedSurely(reading);
    const enough = isSure ? Math.min(least.supported, FITS_SURELY) : byWords;
    const isSupported = supported >= enough && mayBeSupported(reading) && !reading.isCut;
    if (isSupported && !isRivalled(reading, supported)) return { kind: 'supported', probabilities };
    return { kind: 'not_in_source', probabilities };
  }

  function isRivalled({ rivals }: Reading, supported: number): boolean {
    for (const rival of rivals()) {
      const [otherwise = 0] = weigh(rival.features());
      if (logit(otherwise) - logit(supported) >= RIVALLED) return true;
    }
    return false;
  }

  return { decide, isRivalled };
}
