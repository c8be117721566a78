// Sets the thresholds for answering a question, on questions that were held out of the training.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { confidenceOfMatches, type Match } from '../core/matching/match.ts';
import { confidenceOf, type Decision, MAX_CANDIDATES } from '../core/ranking/decision.ts';
import { createPeriods } from '../core/ranking/periods.ts';
import type { Ranked } from '../core/ranking/ranked.ts';
import { createWordOverlap } from '../core/ranking/word-overlap.ts';
import type { Labelled } from './examples.ts';
import { fitMatchThresholds, fitThresholds, type ValidationExample } from './fit-thresholds.ts';

/** A question, ranked by a ranker that was trained without it. Named periods are not yet taken into account. */
export interface RankedQuestion extends Labelled {
  ranked: readonly Ranked[];
}

/** The same question with the facts that match it in a knowledge without it. */
export interface MatchedQuestion extends RankedQuestion {
  matches: readonly Match[];
}

/** Sets all thresholds of the decision in a knowledge with few wordings. */
export function fitAnsweringByMatch(knowledge: Knowledge, questions: readonly MatchedQuestion[]): Decision {
  const examples = questions.map(({ id, matches }): ValidationExample => {
    const likely = matches.map(({ fact }) => fact.id);
    return {
      confidence: confidenceOfMatches(matches),
      isAnswerable: knowledge.facts.has(id),
      isRight: likely[0] === id,
      isOffered: likely.includes(id),
    };
  });
  return {
    ...fitMatchThresholds(examples),
    byMatch: true,
    untrainedFact: fitUntrainedFact(knowledge, questions),
  };
}

/** Sets all thresholds of the decision. */
export function fitAnswering(knowledge: Knowledge, questions: readonly RankedQuestion[]): Decision {
  const { facts } = knowledge;
  const isFact = (id: string) => facts.has(id);
  const { preferNamedPeriod } = createPeriods(knowledge);
  const examples = questions.map(({ id, text, ranked }): ValidationExample => {
    const preferred = preferNamedPeriod(text, ranked);
    const likely = preferred.map((one) => one.id).filter(isFact);
    return {
      confidence: confidenceOf(preferred, facts),
      isAnswerable: isFact(id),
      isRight: likely[0] === id,
      isOffered: likely.slice(0, MAX_CANDIDATES).includes(id),
    };
  });
  return { ...fitThresholds(examples), untrainedFact: fitUntrainedFact(knowledge, questions) };
}

/** Share of the unanswerable questions that are still refused, however many untrained facts are added. */
const STILL_REFUSED = 0.95;

/** The word overlap with the nearest fact that hardly any unanswerable question reaches. */
function fitUntrainedFact({ facts }: Knowledge, questions: readonly RankedQuestion[]): number {
  const wordOverlap = createWordOverlap(facts);
  const unanswerable = questions.filter(({ id }) => !facts.has(id));
  const shares = unanswerable.map(({ text }) => wordOverlap.factsFor(text)[0]?.share ?? 0);
  return shares.sort((a, b) => a - b)[Math.floor(STILL_REFUSED * shares.length)] ?? 1;
}
