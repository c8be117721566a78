// Trains the ranker whole, and sets by cross-validation when its answers are sure enough.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Wordings } from '../core/knowledge/schema.ts';
import type { Model } from '../core/model.ts';
import { type Decision, MAX_CANDIDATES, signsOf } from '../core/ranking/decision.ts';
import { createFeatures } from '../core/ranking/features.ts';
import { createPeriods } from '../core/ranking/periods.ts';
import type { Ranked } from '../core/ranking/ranked.ts';
import { createRanker } from '../core/ranking/ranker.ts';
import { createWordOverlap } from '../core/ranking/word-overlap.ts';
import { tokenize } from '../core/text/tokens.ts';
import { type Labelled, withAskingSentences, wordingsOf } from './examples.ts';
import { fitDecision, type ValidationExample } from './fit-decision.ts';
import { trainFalsePremise } from './train-false-premise.ts';
import { trainRanker } from './train-ranker.ts';
import { type HeldOut, trainVerdict } from './train-verdict.ts';

const FOLDS = 4;

/** A fact of another year is as well meant as the likeliest from one of these shares beside it; the last means never. */
const RIVALS = [0.05, 0.1, 0.25, 0.5, 1.01];

/** What the knowledge's own questions showed, each asked of a ranker that was trained without it. */
export interface Validation {
  trials: readonly (ValidationExample & { labelled: Labelled })[];
  decision: Decision;
}

/** Trains a ranker on the wordings of all parts but one, or of all. */
export type TrainPart = (leftOut: number | undefined) => Promise<Model>;

/**
 * Makes what trains on the wordings of a knowledge, all or without one part, deciding nothing yet.
 *
 * @param trainedOn the fingerprint of the wordings, kept in the model
 */
export function createTraining(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
  trainedOn: string,
): (leftOut: number | undefined) => Model {
  const read = createFeatures(knowledge.words);
  const all = wordingsOf(knowledge, wordings);
  return (leftOut) => {
    const labelled = all.filter((_, i) => i % FOLDS !== leftOut);
    const examples = withAskingSentences(labelled).map(({ id, text }) => ({ id, features: read(text) }));
    return { ...trainRanker(examples, trainedOn), vocabulary: frequentWords(labelled) };
  };
}

/**
 * Trains on every wording, and fits the decisions on rankers that were each trained without a quarter of them.
 *
 * @param trainPart is asked for all five trainings at once, so that they may run beside each other
 * @param progress is told what is being done, for the minutes that it takes
 */
export async function trainCalibrated(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
  trainPart: TrainPart,
  progress: (what: string) => void,
): Promise<{ model: Model; validation: Validation }> {
  const all = wordingsOf(knowledge, wordings);
  const [whole, ...parts] = await Promise.all([
    trainPart(undefined),
    ...Array.from({ length: FOLDS }, async (_, fold) => {
      const ranker = createRanker(await trainPart(fold), knowledge.words);
      progress(`trained without part ${fold + 1} of ${FOLDS}`);
      return all
        .filter((_, i) => i % FOLDS === fold)
        .map((labelled) => ({ labelled, fold, ranked: ranker.rank(labelled.text) }));
    }),
  ]);
  const ranked = parts.flat();
  const { decision, trials } = fitAnswering(
    knowledge,
    ranked.filter(({ labelled }) => labelled.asked),
  );
  const { aim } = createPeriods(knowledge);
  const statements = ranked.flatMap(({ labelled: { id, text, asked }, fold, ranked }): HeldOut[] =>
    asked ? [] : [{ id, text, fold, ranked: aim(text, ranked, decision.rival) }],
  );
  const { polarity, verdict, summary } = trainVerdict(knowledge, wordings, statements);
  progress(`verdicts: ${summary}`);
  const falsePremise = trainFalsePremise(knowledge, wordings);
  if (falsePremise) progress(`falsePremise questions: ${falsePremise.summary}`);
  const model = {
    ...whole,
    decision,
    polarity,
    verdict,
    ...(falsePremise ? { falsePremiseWeights: falsePremise.weights, falsePremise: falsePremise.model } : {}),
  };
  return { model, validation: { trials, decision } };
}

interface RankedText {
  labelled: Labelled;
  /** As ranked by a ranker that was trained without it, this year and the other not yet told apart. */
  ranked: readonly Ranked[];
}

/** Fits everything that decides whether a question is answered. */
function fitAnswering(knowledge: Knowledge, asked: readonly RankedText[]): Validation {
  const { facts } = knowledge;
  const isFact = (id: string) => facts.has(id);
  const { aim } = createPeriods(knowledge);
  const tryWith = (rival: number): Validation['trials'] =>
    asked.map(({ labelled, ranked }) => {
      const aimed = aim(labelled.text, ranked, rival);
      const likely = aimed.filter(({ id }) => isFact(id)).map(({ id }) => id);
      return {
        labelled,
        answerable: isFact(labelled.id),
        signs: signsOf(aimed, isFact),
        right: likely[0] === labelled.id,
        offered: likely.slice(0, MAX_CANDIDATES).includes(labelled.id),
      };
    });
  const rightOf = (trials: Validation['trials']) => trials.filter(({ right }) => right).length;
  const tried = RIVALS.map((rival) => ({ rival, trials: tryWith(rival) }));
  const { rival, trials } = tried.reduce((best, one) =>
    rightOf(one.trials) > rightOf(best.trials) ? one : best,
  );
  return {
    trials,
    decision: { ...fitDecision(trials), rival, newcomer: newcomerThreshold(knowledge, asked) },
  };
}

/** So many of the questions that no fact answers stay refused, however many facts came after the training. */
const STILL_REFUSED = 0.95;

/** The share of a question that the texts of the nearest fact hold in hardly any question that no fact answers. */
function newcomerThreshold({ facts }: Knowledge, asked: readonly RankedText[]): number {
  const near = createWordOverlap(facts);
  const unanswered = asked.filter(({ labelled }) => !facts.has(labelled.id));
  const shares = unanswered.map(({ labelled }) => near.factsFor(labelled.text)[0]?.share ?? 0);
  return shares.sort((a, b) => a - b)[Math.floor(STILL_REFUSED * shares.length)] ?? 1;
}

/** A word that fewer texts have is as often a typing error as a word. */
const FREQUENT = 3;

function frequentWords(labelled: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of labelled)
    for (const word of new Set(tokenize(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FREQUENT)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}
