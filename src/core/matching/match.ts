// How likely each of the likeliest facts answers a question, with weights fitted on other folders of knowledge.
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { createCandidates, FEATURES } from './match-features.ts';
import { MATCH_WEIGHTS, type MatchWeights } from './match-weights.ts';

/** A fact and the probability, from 0 to 1, that it answers the question. */
export interface Match {
  fact: Fact;
  probability: number;
}

/**
 * Creates the function that matches a question with the likeliest facts.
 *
 * @returns a function that gives the facts with the most probable answer first; none where the ranking has no fact
 */
export function createMatch(
  knowledge: Knowledge,
  weights: MatchWeights = MATCH_WEIGHTS,
): (question: string, ranked: readonly Ranked[]) => Match[] {
  const candidates = createCandidates(knowledge);
  return (question, ranked) =>
    candidates(question, ranked)
      .map(({ fact, features }) => ({ fact, probability: matchProbability(features, weights) }))
      .sort((a, b) => b.probability - a.probability);
}

/**
 * How likely a question can be answered: the probability that one of the two best matches is its answer. Two facts that are
 * hard to tell apart still show that the article says something about it.
 *
 * @param matches best first
 * @returns 0 to 1; 0 if there are none
 */
export function confidenceOfMatches([first, second]: readonly Match[]): number {
  return 1 - (1 - (first?.probability ?? 0)) * (1 - (second?.probability ?? 0));
}

const YEARS_LEFT = FEATURES.indexOf('years left over');
const LIKENESS = FEATURES.indexOf('likeness to a wording of the fact');

/**
 * Factor for a fact that lacks a year of the question, since another year is about something else; and for a fact
 * whose wordings share no word with the question, which a folder without gaps would still take for the answer.
 */
const LACKS = 0.1;

/** The logistic function of the weighted features, from 0 to 1. */
function matchProbability(features: readonly number[], { bias, weights }: MatchWeights): number {
  const isLacking = (features[YEARS_LEFT] as number) > 0 || (features[LIKENESS] as number) === 0;
  const score = FEATURES.reduce((sum, name, i) => sum + (weights[name] ?? 0) * (features[i] as number), bias);
  return (isLacking ? LACKS : 1) / (1 + Math.exp(-score));
}
