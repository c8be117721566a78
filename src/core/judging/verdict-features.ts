// What a decision on a claim looks at: its ranking, how sure it is to be said otherwise, and the signals that weigh most.

import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { signsOf } from '../ranking/decision.ts';
import type { Ranked } from '../ranking/ranked.ts';
import type { Figure } from '../text/figure.ts';
import { readFigures } from '../text/figures.ts';
import { DENIES, type ReadSignals } from './claim-features.ts';
import { type Agreement, compareFigure, compareFigures } from './compare-figures.ts';
import { contradictionProbability } from './contradiction.ts';
import type { ContradictionModel } from './judging-model.ts';

/** At the most so many facts have a say in whether a claim says otherwise: each costs a reading of the claim. */
const MOST_SAYING = 4;

export interface VerdictFeatures {
  /** The constant 1 first. */
  signs: number[];
  /** Whether it holds a figure that its likeliest fact has otherwise. */
  otherFigure: boolean;
}

/**
 * Reads the signs of a claim. A claim that says one fact otherwise may be just what another one says, so the fact that
 * it fits best counts as well as the likeliest one.
 *
 * @param plausible a fact has a say if it is at least this likely beside the likeliest, 0 to 1
 */
export function readVerdictFeatures(
  claim: string,
  ranked: readonly Ranked[],
  { facts }: Knowledge,
  read: ReadSignals,
  model: ContradictionModel,
  plausible: number,
): VerdictFeatures {
  const seenFrom = read(claim);
  const likely = ranked.filter(({ id }) => facts.has(id)).slice(0, MOST_SAYING);
  const least = plausible * (likely[0]?.share ?? 0);
  const saying = likely
    .filter(({ share }) => share >= least)
    .flatMap(({ id, share }) => {
      const fact = facts.get(id);
      if (!fact) return [];
      const signals = seenFrom(fact);
      return [{ fact, share, signals, otherwise: contradictionProbability(signals, fact, model) }];
    });
  const [best] = saying;
  const shares = saying.reduce((sum, { share }) => sum + share, 0);
  const mean = saying.reduce((sum, { share, otherwise }) => sum + (share / shares) * otherwise, 0);
  const has = (name: string) => best?.signals.includes(name) ?? false;
  const facing = facingOf(
    readFigures(claim),
    saying.map(({ fact }) => fact),
  );
  const denied = has(DENIES);
  const signs = [
    ...signsOf(ranked, (id) => facts.has(id)),
    logit(mean),
    logit(best?.otherwise ?? 0.5),
    logit(Math.min(...saying.map(({ otherwise }) => otherwise), 1)),
    ...[
      facing === 'same',
      facing === 'other',
      has('figure unrelated'),
      has('figure number unrelated'),
      has('turned true'),
      has('turned false'),
      has('period other'),
      denied,
      denied && facing === 'same',
    ].map(Number),
  ];
  return { signs, otherFigure: facing === 'other' };
}

/**
 * How the figures of a claim face its plausible facts, the likeliest first: one that differs from the likeliest speaks
 * against it, unless another one has just that figure.
 */
function facingOf(figures: readonly Figure[], [likeliest, ...more]: readonly Fact[]): Agreement {
  if (!likeliest) return 'unrelated';
  const { same, other } = compareFigures(figures, likeliest);
  const isElsewhere = (figure: Figure) => more.some((fact) => compareFigure(figure, fact) === 'same');
  if (!other.every(isElsewhere)) return 'other';
  return same.length > 0 && other.length === 0 ? 'same' : 'unrelated';
}

/** The logarithm of the odds, bounded. */
function logit(probability: number): number {
  const bounded = Math.min(1 - 1e-3, Math.max(1e-3, probability));
  return Math.log(bounded / (1 - bounded));
}
