// Teaches a trained model facts and gaps that were added later. Only their weights are learned; all others stay.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Model } from '../core/model.ts';
import { createFeatures } from '../core/ranking/features.ts';
import { type RankerModel, scoresOf } from '../core/ranking/ranker-model.ts';
import { createToVector } from '../core/ranking/vectors.ts';
import { countFactWords } from './count-fact-words.ts';
import { countKinds } from './count-kinds.ts';
import { createExamples, type Example, frequentWords, ownOf, wordingsOf } from './examples.ts';
import { hasFewWordings } from './few-wordings.ts';
import { indexNeighbours } from './index-neighbours.ts';
import type { OnProgress } from './progress.ts';
import { joinRows, quantize } from './quantize.ts';
import { packSamples } from './samples.ts';
import { sgd } from './sgd.ts';
import { idf, samplesSeen, settingsFor } from './train-ranker.ts';

/**
 * Trains the weights of new facts and gaps against all texts of the knowledge. The old ones keep their weights, so
 * their comparison with each other stays the same, and so do the thresholds. Takes seconds.
 *
 * @param knowledge with the new facts and gaps, and with all wordings
 * @param ids of facts and gaps that the model does not know
 */
export function trainAddedFacts(
  model: Model,
  knowledge: Knowledge,
  ids: readonly string[],
  onProgress: OnProgress = () => {},
): Model {
  const labelled = wordingsOf(knowledge);
  const classOf = new Map(ids.map((id, c) => [id, c]));
  const examples = labelled.flatMap(createExamples(labelled, knowledge, createFeatures(knowledge.words)));
  const isFew = hasFewWordings(ownOf(labelled, knowledge));
  const settings = settingsFor(isFew);
  const wider = addFeatures(model, examples, (id) => classOf.has(id), settings.minExamples);
  const toVector = createToVector(wider);
  const points = examples.map(({ features }) => toVector(features));
  const frozen = Float32Array.from(points, (point) => logSumExp(scoresOf(point, wider)));
  const samples = {
    ...packSamples(
      points,
      examples.map(({ id }) => classOf.get(id) ?? ids.length),
    ),
    repeats: Uint16Array.from(examples, ({ repeats }) => repeats),
  };
  const total = samplesSeen(examples, isFew);
  let done = 0;
  const learned = sgd(
    samples,
    { ...settings, featureCount: wider.features.length, classCount: ids.length, frozen },
    (count) => {
      done += count;
      onProgress(done, total, 'learning what was added');
    },
  );
  return {
    ...model,
    ...wider,
    ...joinRows(wider, quantize(learned, model.quantizationScale), model.classes.length),
    classes: [...model.classes, ...ids],
    questionKinds: [...model.questionKinds, ...countKinds(knowledge, ids)],
    biases: Float32Array.from([...model.biases, ...learned.biases]),
    vocabulary: frequentWords(labelled),
    ...countFactWords(knowledge),
    ...indexNeighbours(knowledge),
  };
}

/** A model that also knows the features of the added texts. The rows of new features are empty. */
function addFeatures<M extends RankerModel>(
  model: M,
  examples: readonly Example[],
  isAdded: (id: string) => boolean,
  minExamples: number,
): M {
  const known = new Set(model.features);
  const counts = new Map<number, number>();
  const forEachFeature = (some: readonly Example[], take: (feature: number) => void) => {
    for (const { features } of some)
      for (const block of [features.words, features.charNgrams]) for (const feature of block) take(feature);
  };
  forEachFeature(
    examples.filter(({ id }) => isAdded(id)),
    (feature) => {
      if (!known.has(feature)) counts.set(feature, 0);
    },
  );
  forEachFeature(examples, (feature) => {
    const count = counts.get(feature);
    if (count !== undefined) counts.set(feature, count + 1);
  });
  const added = [...counts].flatMap(([feature, count]) => (count >= minExamples ? feature : []));
  const features = Uint32Array.from([...model.features, ...added]).sort();
  const starts = new Uint32Array(features.length + 1);
  const idfs = new Float32Array(features.length);
  let old = 0;
  for (const [position, feature] of features.entries()) {
    if (model.features[old] === feature) {
      idfs[position] = model.idf[old] as number;
      old += 1;
    } else idfs[position] = idf(counts.get(feature) as number, examples.length);
    starts[position + 1] = model.starts[old] as number;
  }
  return { ...model, features, idf: idfs, starts };
}

/** The score that a single class needs to be as likely as all these together. */
function logSumExp(scores: Float32Array): number {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}
