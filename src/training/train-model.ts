// Trains the whole model of a knowledge: the ranker, the thresholds for answering, and what judges claims.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { createMatch } from '../core/matching/match.ts';
import type { Fingerprints, Model } from '../core/model.ts';
import { createFeatures } from '../core/ranking/features.ts';
import { createRanker } from '../core/ranking/ranker.ts';
import type { RankerModel } from '../core/ranking/ranker-model.ts';
import { countFactWords } from './count-fact-words.ts';
import { countKinds } from './count-kinds.ts';
import { createExamples, frequentWords, type Labelled, ownOf, wordingsOf } from './examples.ts';
import { hasFewWordings } from './few-wordings.ts';
import { type Clash, findClashes } from './find-clashes.ts';
import {
  fitAnswering,
  fitAnsweringByMatch,
  type MatchedQuestion,
  type RankedQuestion,
} from './fit-answering.ts';
import { foldOf, foldsToHoldOut } from './folds.ts';
import { indexNeighbours } from './index-neighbours.ts';
import type { OnProgress } from './progress.ts';
import { trainContradiction } from './train-contradiction.ts';
import { samplesSeen, trainRanker } from './train-ranker.ts';

/**
 * Trains on every wording of a knowledge, and sets the thresholds on wordings that were held out of another training.
 * The same knowledge always gives the same model.
 *
 * @param trainedOn the fingerprints of the knowledge, to be stored in the model
 * @returns the model; the questions that were held out, each ranked by a ranker trained without it; and the clashes
 *   that they revealed
 */
export function trainModel(
  knowledge: Knowledge,
  trainedOn: Fingerprints,
  onProgress: OnProgress = () => {},
): { model: Model; heldOut: RankedQuestion[]; clashes: Clash[] } {
  const labelled = wordingsOf(knowledge);
  const own = new Set(ownOf(labelled, knowledge));
  const isFew = hasFewWordings([...own]);
  const folds = foldsToHoldOut(labelled.length);
  const examples = labelled.map(createExamples(labelled, knowledge, createFeatures(knowledge.words)));
  const outside = <T>(fold: number | undefined, list: readonly T[]) =>
    list.filter((_, i) => foldOf(i) !== fold);

  const trainings = [undefined, ...folds].map((fold) => samplesSeen(outside(fold, examples).flat(), isFew));
  const total = trainings.reduce((sum, seen) => sum + seen, 0);
  let done = 0;
  const onSamples = (count: number) => {
    done += count;
    onProgress(done, total, 'learning the wordings');
  };

  /** A ranker trained on every wording outside a fold. */
  const trainOutside = (fold: number | undefined): RankerModel => ({
    ...trainRanker(outside(fold, examples).flat(), isFew, onSamples),
    vocabulary: frequentWords(outside(fold, labelled)),
  });
  const questions = folds.flatMap((fold): MatchedQuestion[] => {
    const ranker = createRanker(trainOutside(fold), knowledge.words);
    // In a small folder most texts are common ones, which say nothing about how well its own are found.
    const held = labelled.filter(
      (one, i) => one.isQuestion && foldOf(i) === fold && (!isFew || own.has(one)),
    );
    const match = isFew ? createMatch(withoutQuestions(knowledge, held)) : undefined;
    return held.map((one) => {
      const ranked = ranker.rank(one.text);
      return { ...one, ranked, matches: match?.(one.text, ranked) ?? [] };
    });
  });
  const decision = isFew ? fitAnsweringByMatch(knowledge, questions) : fitAnswering(knowledge, questions);
  const ranker = trainOutside(undefined);
  const model = {
    ...ranker,
    trainedOn,
    decision,
    questionKinds: countKinds(knowledge, ranker.classes),
    ...countFactWords(knowledge),
    ...indexNeighbours(knowledge),
    ...trainContradiction(knowledge, onProgress),
  };
  return { model, heldOut: questions, clashes: findClashes(knowledge, questions) };
}

/** A copy of a knowledge in which facts and gaps lack some of their questions. */
function withoutQuestions(knowledge: Knowledge, some: readonly Labelled[]): Knowledge {
  const held = new Set(some.map(({ id, text }) => `${id} ${text}`));
  const without = <R extends { id: string; questions: string[] }>(records: ReadonlyMap<string, R>) =>
    new Map(
      [...records].map(([id, record]) => {
        const questions = record.questions.filter((question) => !held.has(`${id} ${question}`));
        return [id, { ...record, questions }];
      }),
    );
  return { ...knowledge, facts: without(knowledge.facts), gaps: without(knowledge.gaps) };
}
