// Learns which questions take something for granted that their fact contradicts.
import { createSignals } from '../core/judging/claim-features.ts';
import { contradictionProbability } from '../core/judging/contradiction.ts';
import type { FalsePremiseModel } from '../core/judging/judging-model.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Wordings } from '../core/knowledge/schema.ts';
import { thresholdForPrecision } from './precision.ts';
import { type ContradictionExample, createExamples, trainContradiction } from './train-contradiction.ts';

/** Of the questions that are told "Not so", at least this share must be falsePremise, among wordings that were held out. */
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
 * would tell the falsePremise from the others.
 */
const asQuestion = (statement: string, i: number): string =>
  FORMS[i % FORMS.length]?.(statement.replace(/[.!?]+$/, '')) ?? statement;

/**
 * Learns from the questions of all facts, falsePremise and others, and from statements put as questions; sets by
 * cross-validation how sure is sure enough.
 *
 * @returns the weights, the rest of the model, and what the cross-validation showed in words; undefined where no
 *   falsePremise question is known
 */
export function trainFalsePremise(
  knowledge: Knowledge,
  wordings: ReadonlyMap<string, Wordings>,
): { weights: Int8Array; model: FalsePremiseModel; summary: string } | undefined {
  const read = createSignals(knowledge);
  const toExample = createExamples(read);
  const examples = [...knowledge.facts.values()].flatMap((fact) => {
    const { asked = [], falsePremise = [], supported = [], contradicted = [] } = wordings.get(fact.id) ?? {};
    const those = (texts: readonly string[], otherwise: boolean) =>
      texts.map((text) => ({ text, fact, ...toExample(text, fact, otherwise) }));
    return [
      ...those([...fact.questions, ...asked], false),
      ...those(falsePremise, true),
      ...those([fact.short, fact.claim, ...supported].map(asQuestion), false),
      ...those(contradicted.map(asQuestion), true),
    ];
  });
  if (![...wordings.values()].some(({ falsePremise }) => falsePremise.length > 0)) return undefined;
  const learn = (some: readonly ContradictionExample[]) => trainContradiction(some);
  const judged = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const model = learn(examples.filter((_, i) => i % FOLDS !== fold));
    return examples
      .filter((_, i) => i % FOLDS === fold)
      .map(({ text, fact, otherwise }) => ({
        sure: contradictionProbability(read(text)(fact), fact, model),
        right: otherwise,
        weight: 1,
      }));
  });
  const least = thresholdForPrecision(judged, PRECISION);
  const said = judged.filter(({ sure }) => sure >= least);
  const rightly = said.filter(({ right }) => right).length;
  const { weights, ...polarity } = learn(examples);
  return {
    weights,
    model: { polarity, least },
    summary: `${rightly} of ${judged.filter(({ right }) => right).length} found, ${rightly} of ${said.length} said rightly`,
  };
}
