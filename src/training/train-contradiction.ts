// Learns from statements and questions how to recognize a text that contradicts its fact.
import { type ContradictionModel, SIZE, toPoint } from '../core/judging/contradiction.ts';
import { createJudgeReader } from '../core/judging/judge.ts';
import type { NeighboursModel } from '../core/judging/neighbours.ts';
import { asStatement } from '../core/judging/question-statement.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { countFactWords } from './count-fact-words.ts';
import { insertNegation } from './insert-negation.ts';
import type { OnProgress } from './progress.ts';
import { packSamples, renumberFeatures } from './samples.ts';
import { sgd } from './sgd.ts';

const SETTINGS = { passes: 20, rate: 0.1, damping: 0.1, biasRate: 0.02, negligible: 0 };

/** One in this many questions without a false premise is learned from, because there are far more of them. */
const ASKED_SHARE = 3;

/** One in this many statements that a fact supports is learned from as its opposite, too. */
const NEGATED_SHARE = 2;

/** The result for knowledge without wordings, from which nothing can be learned. */
const NOTHING: ContradictionModel = {
  contradictionWeights: new Int8Array(),
  contradictionScale: 1,
  contradictionBias: 0,
};

/** Training compares no neighbours, because every wording would be its own. */
const NO_NEIGHBOURS: NeighboursModel = {
  neighbourFeatures: new Uint32Array(),
  neighbourWeights: new Float32Array(),
  neighbourNorms: new Float32Array(),
  neighbourStarts: new Uint32Array(),
  neighbourPostings: new Uint32Array(),
  neighbourBlocks: new Uint32Array(),
};

/** Learns from all statements and questions of the knowledge; deterministic. */
export function trainContradiction(
  knowledge: Knowledge,
  onProgress: OnProgress = () => {},
): ContradictionModel {
  const texts = [...knowledge.facts.values()].flatMap((fact) => textsOf(knowledge, fact));
  if (!texts.some(({ contradicts }) => contradicts)) return NOTHING;
  const reader = createJudgeReader(knowledge, () => [], {
    ...NOTHING,
    ...NO_NEIGHBOURS,
    ...countFactWords(knowledge),
  });
  function* pointsOf() {
    for (const [i, { fact, text }] of texts.entries()) {
      if (i % 500 === 0) onProgress(i, texts.length, 'reading what claims are judged by');
      yield toPoint(reader.contradictionFeatures(text, reader.findingsOf(text))(fact), fact);
    }
  }
  const { samples, old } = renumberFeatures(
    packSamples(
      pointsOf(),
      texts.map(({ contradicts }) => (contradicts ? 1 : 0)),
    ),
  );
  const model = sgd(samples, { ...SETTINGS, featureCount: old.length, classCount: 2 });
  // With two classes, only the difference of their scores matters.
  const weights = new Float32Array(SIZE);
  for (const [feature, position] of old.entries())
    for (let at = model.starts[feature] as number; at < (model.starts[feature + 1] as number); at += 1) {
      const weight = model.weights[at] as number;
      weights[position] = (weights[position] as number) + (model.classes[at] === 1 ? weight : -weight);
    }
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  const [not = 0, contradicts = 0] = model.biases;
  return {
    contradictionWeights: Int8Array.from(weights, (weight) => Math.round(weight / scale)),
    contradictionScale: scale,
    contradictionBias: contradicts - not,
  };
}

/**
 * The right and wrong statements and questions about a fact. Questions are turned into the statements that they ask
 * about.
 */
function textsOf({ wordings }: Knowledge, fact: Fact): { fact: Fact; text: string; contradicts: boolean }[] {
  const { asked = [], falsePremise = [], supported = [], contradicted = [] } = wordings.get(fact.id) ?? {};
  const those = (texts: readonly string[], contradicts: boolean) =>
    texts.map((text) => ({ fact, text, contradicts }));
  return [
    ...those([fact.short, fact.claim, ...supported], false),
    ...those(contradicted, true),
    ...those(
      supported.filter((_, i) => i % NEGATED_SHARE === 0).flatMap((text) => insertNegation(text) ?? []),
      true,
    ),
    ...those(falsePremise.map(asStatement), true),
    ...those(asked.filter((_, i) => i % ASKED_SHARE === 0).map(asStatement), false),
  ];
}
