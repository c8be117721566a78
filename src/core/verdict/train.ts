// Trains the polarity whole, and fits the decision on verdicts by cross-validation.
import type { Knowledge } from '../knowledge.ts';
import type { Ranked } from '../ranker/index.ts';
import type { Wordings } from '../schema.ts';
import { claimSigns } from './claim-signs.ts';
import { decide, fitVerdict, type VerdictDecision, type VerdictTrial } from './decision.ts';
import { type PolarityExample, trainPolarity } from './polarity.ts';
import { createSignals } from './signals.ts';
import { VERDICTS } from './verdict.ts';

/** A statement as ranked by a ranker that was trained without it. */
export interface HeldOut {
  id: string;
  text: string;
  /** Statements of one fold were left out of training together. */
  fold: number;
  ranked: readonly Ranked[];
}

/** What verdicts need beside the ranking, as it is kept with the ranker. */
export interface VerdictModel {
  decision: VerdictDecision;
  polarity: { step: number; bias: number };
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
  const examples = heldOut.flatMap(({ id, text, fold }) => {
    const fact = knowledge.facts.get(id);
    return fact
      ? [{ text, fact, fold, otherwise: wordings.get(id)?.contradicted.includes(text) ?? false }]
      : [];
  });
  const learn = (some: readonly PolarityExample[]) => trainPolarity(some, read);
  const trials = [...new Set(heldOut.map(({ fold }) => fold))].flatMap((fold) => {
    const polarity = learn(examples.filter((example) => example.fold !== fold));
    return heldOut
      .filter((one) => one.fold === fold)
      .map(({ id, text, ranked }) => {
        const signs = claimSigns(text, ranked, knowledge, read, polarity);
        return { signs, verdict: verdictOf(id, text) };
      });
  });

  function verdictOf(id: string, text: string): number {
    if (!knowledge.facts.has(id)) return VERDICTS.indexOf('not_in_source');
    return VERDICTS.indexOf(wordings.get(id)?.contradicted.includes(text) ? 'contradicted' : 'supported');
  }

  const { weights, ...polarity } = learn(examples);
  const decision = fitVerdict(trials);
  return { polarity: weights, verdict: { decision, polarity }, trials, summary: summarize(trials, decision) };
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
