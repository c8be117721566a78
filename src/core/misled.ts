// Whether a question takes something for granted that its fact has otherwise, by its words: "why did the studios ask for a raise?"
import type { Knowledge } from './knowledge.ts';
import {
  createExamples,
  type PolarityExample,
  type PolarityModel,
  polarityOf,
  trainPolarity,
} from './polarity/polarity.ts';
import { createSignals, type ReadSignals } from './polarity/signals.ts';
import { leastSure } from './precision.ts';
import type { Fact, Wordings } from './schema.ts';

/** What training leaves behind beside the weights. */
export interface MisledModel {
  polarity: Omit<PolarityModel, 'weights'>;
  /** From this probability on a question is said to be misled. */
  least: number;
}

/** Of the questions that are told "Not so", at least this share must be misled, among wordings that were held out. */
const PRECISION = 0.95;
const FOLDS = 4;
/** How members ask whether a statement is so; the statement alone is the first. */
const FORMS: readonly ((statement: string) => string)[] = [
  (statement) => statement,
  (statement) => `${statement}, right?`,
  (statement) => `so ${statement}?`,
  (statement) => `is it true that ${statement}?`,
  (statement) => `wait, ${statement}?`,
];

/**
 * A statement in one of the forms of a question, in turn: true ones and wrong ones alike, since else "right?" alone
 * would tell the misled from the others.
 */
const asQuestion = (statement: string, i: number): string =>
  FORMS[i % FORMS.length]?.(statement.replace(/[.!?]+$/, '')) ?? statement;

/** Makes the function that tells whether a question is misled about a fact. */
export function createMisled(
  read: ReadSignals,
  weights: Int8Array,
  { polarity, least }: MisledModel,
): (question: string, fact: Fact) => boolean {
  const model = { ...polarity, weights };
  return (question, fact) => polarityOf(read(question)(fact), fact, model) >= least;
}

/**
 * Learns from the questions of all facts, misled and others, and from statements put as questions; sets by
 * cross-validation how sure is sure enough.
 *
 * @returns the weights, the rest of the model, and what the cross-validation showed in words; undefined where no
 *   misled question is known
 */
export function trainMisled(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
): { weights: Int8Array; model: MisledModel; summary: string } | undefined {
  const read = createSignals(knowledge);
  const toExample = createExamples(read);
  const examples = [...knowledge.facts.values()].flatMap((fact) => {
    const { asked = [], misled = [], supported = [], contradicted = [] } = wordings.get(fact.id) ?? {};
    const those = (texts: readonly string[], otherwise: boolean) =>
      texts.map((text) => ({ text, fact, ...toExample(text, fact, otherwise) }));
    return [
      ...those([...fact.questions, ...asked], false),
      ...those(misled, true),
      ...those([fact.short, fact.claim, ...supported].map(asQuestion), false),
      ...those(contradicted.map(asQuestion), true),
    ];
  });
  if (![...wordings.values()].some(({ misled }) => misled.length > 0)) return undefined;
  const learn = (some: readonly PolarityExample[]) => trainPolarity(some);
  const judged = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const model = learn(examples.filter((_, i) => i % FOLDS !== fold));
    return examples
      .filter((_, i) => i % FOLDS === fold)
      .map(({ text, fact, otherwise }) => ({
        sure: polarityOf(read(text)(fact), fact, model),
        right: otherwise,
        weight: 1,
      }));
  });
  const least = leastSure(judged, PRECISION);
  const said = judged.filter(({ sure }) => sure >= least);
  const rightly = said.filter(({ right }) => right).length;
  const { weights, ...polarity } = learn(examples);
  return {
    weights,
    model: { polarity, least },
    summary: `${rightly} of ${judged.filter(({ right }) => right).length} found, ${rightly} of ${said.length} said rightly`,
  };
}
