// Trains the ranker whole, and sets by cross-validation when its answers are sure enough.
import type { Knowledge } from '../knowledge.ts';
import { createPeriods } from '../periods.ts';
import type { Wordings } from '../schema.ts';
import { tokenize } from '../tokens.ts';
import { type HeldOut, trainVerdict } from '../verdict/train.ts';
import { type Decision, fitDecision, MAX_CANDIDATES, signsOf, type Trial } from './decision.ts';
import { type Labelled, withAskingSentences, wordingsOf } from './examples.ts';
import { createFeatures } from './features.ts';
import { createRanker } from './index.ts';
import type { RankerModel } from './model.ts';
import { trainRanker } from './train.ts';

const FOLDS = 4;

/** What the knowledge's own questions showed, each asked of a ranker that was trained without it. */
export interface Validation {
  trials: readonly (Trial & { labelled: Labelled })[];
  decision: Decision;
}

/**
 * Trains on every wording, and fits the decision on rankers that were each trained without a quarter of them.
 *
 * @param progress is told what is being done, for the minutes that it takes
 */
export function trainCalibrated(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
  trainedOn: string,
  progress: (what: string) => void,
): { model: RankerModel; validation: Validation } {
  const read = createFeatures(knowledge.words);
  const train = (labelled: readonly Labelled[]): RankerModel => ({
    ...trainRanker(
      withAskingSentences(labelled).map(({ id, text }) => ({ id, features: read(text) })),
      trainedOn,
    ),
    vocabulary: frequentWords(labelled),
  });
  const isFact = (id: string) => knowledge.facts.has(id);
  const { aim } = createPeriods(knowledge);
  const all = wordingsOf(knowledge, wordings);

  const trials: Validation['trials'][number][] = [];
  const statements: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    progress(`validating, part ${fold + 1} of ${FOLDS}`);
    const ranker = createRanker(train(all.filter((_, i) => i % FOLDS !== fold)), knowledge.words);
    for (const labelled of all.filter(({ asked }, i) => asked && i % FOLDS === fold)) {
      const ranked = aim(labelled.text, ranker.rank(labelled.text));
      const likely = ranked.filter(({ id }) => isFact(id)).map(({ id }) => id);
      trials.push({
        labelled,
        answerable: isFact(labelled.id),
        signs: signsOf(ranked, isFact),
        right: likely[0] === labelled.id,
        offered: likely.slice(0, MAX_CANDIDATES).includes(labelled.id),
      });
    }
    for (const { id, text } of all.filter(({ asked }, i) => !asked && i % FOLDS === fold))
      statements.push({ id, text, fold, ranked: aim(text, ranker.rank(text)) });
  }
  const decision = fitDecision(trials);
  progress('training on everything');
  const { polarity, verdict, summary } = trainVerdict(knowledge, wordings, statements);
  progress(`verdicts: ${summary}`);
  return { model: { ...train(all), decision, polarity, verdict }, validation: { trials, decision } };
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
