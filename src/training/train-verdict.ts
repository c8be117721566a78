// Trains the polarity whole, and fits the decision on verdicts by cross-validation.

import { createSignals } from '../core/judging/claim-features.ts';
import type { VerdictDecision, VerdictModel } from '../core/judging/judging-model.ts';
import { VERDICTS } from '../core/judging/verdict.ts';
import { decide } from '../core/judging/verdict-decision.ts';
import { readVerdictFeatures } from '../core/judging/verdict-features.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Wordings } from '../core/knowledge/schema.ts';
import type { Ranked } from '../core/ranking/ranked.ts';
import { fitVerdict, type VerdictTrial } from './fit-verdict.ts';
import { type ContradictionExample, createExamples, trainContradiction } from './train-contradiction.ts';

/** From which share beside the likeliest fact another one has a say: one of these, tried on every third statement. */
const PLAUSIBLES = [0.05, 0.15, 0.3, 0.6];
const SAMPLED = 3;

/** A statement as ranked by a ranker that was trained without it. */
export interface HeldOut {
  id: string;
  text: string;
  /** Statements of one fold were left out of training together. */
  fold: number;
  ranked: readonly Ranked[];
}

/**
 * Learns verdicts from the statements of the knowledge.
 *
 * @returns the polarity's weights, the rest of the model, the trials it was fitted on, and what they showed in words
 */
export function trainVerdict(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
  heldOut: readonly HeldOut[],
): { polarity: Int8Array; verdict: VerdictModel; trials: readonly VerdictTrial[]; summary: string } {
  const read = createSignals(knowledge);
  const toExample = createExamples(read);
  const examples = heldOut.flatMap(({ id, text, fold }) => {
    const fact = knowledge.facts.get(id);
    const otherwise = wordings.get(id)?.contradicted.includes(text) ?? false;
    return fact ? [{ fold, ...toExample(text, fact, otherwise) }] : [];
  });
  const learn = (some: readonly ContradictionExample[]) => trainContradiction(some);
  const without = new Map(
    [...new Set(heldOut.map(({ fold }) => fold))].map((fold) => [
      fold,
      learn(examples.filter((example) => example.fold !== fold)),
    ]),
  );
  const tryWith = (plausible: number, some: readonly HeldOut[]): VerdictTrial[] =>
    some.flatMap(({ id, text, fold, ranked }) => {
      const model = without.get(fold);
      if (!model) return [];
      const signs = readVerdictFeatures(text, ranked, knowledge, read, model, plausible);
      return { signs, verdict: verdictOf(id, text) };
    });

  function verdictOf(id: string, text: string): number {
    if (!knowledge.facts.has(id)) return VERDICTS.indexOf('not_in_source');
    return VERDICTS.indexOf(wordings.get(id)?.contradicted.includes(text) ? 'contradicted' : 'supported');
  }

  const sample = heldOut.filter((_, i) => i % SAMPLED === 0);
  const tried = PLAUSIBLES.map((plausible) => ({ plausible, right: recallOf(tryWith(plausible, sample)) }));
  const { plausible } = tried.reduce((best, one) => (one.right > best.right ? one : best));
  const trials = tryWith(plausible, heldOut);
  const decision = fitVerdict(trials);
  const { weights, ...polarity } = learn(examples);
  return {
    polarity: weights,
    verdict: { decision, plausible, polarity },
    trials,
    summary: summarize(trials, decision),
  };
}

/** The mean over the verdicts of how many of each are recognised, with a decision fitted to these trials. */
function recallOf(trials: readonly VerdictTrial[]): number {
  const decision = fitVerdict(trials);
  const shares = VERDICTS.map((_, v) => {
    const those = trials.filter(({ verdict }) => verdict === v);
    return those.filter(({ signs }) => decide(signs, decision) === v).length / (those.length || 1);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** How many of each verdict were recognised, and how many of those called contradicted were it. */
function summarize(trials: readonly VerdictTrial[], decision: VerdictDecision): string {
  const judged = trials.map(({ signs, verdict }) => ({ verdict, got: decide(signs, decision) }));
  const right = judged.filter(({ verdict, got }) => verdict === got);
  const of = (some: readonly unknown[], all: readonly unknown[]) => `${some.length} of ${all.length}`;
  const said = judged.filter(({ got }) => got === VERDICTS.indexOf('contradicted'));
  return [
    ...VERDICTS.map(
      (name, v) =>
        `${name} ${of(
          right.filter(({ verdict }) => verdict === v),
          judged.filter(({ verdict }) => verdict === v),
        )}`,
    ),
    `contradicted said rightly ${of(
      said.filter(({ verdict, got }) => verdict === got),
      said,
    )}`,
  ].join(', ');
}
