// Describes in numbers whether a question has a false premise. They are few, since few labelled questions fit their
// weights.
import type { Judged } from './check-claims.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import { speaksAgainst } from './gather-evidence.ts';
import { logit } from './judging-features.ts';
import type { OpenQuestion } from './open-question.ts';
import { CONTRADICTED, SUPPORTED } from './verdict.ts';

/** Maximum number of likely facts that count as being in question. */
const FACTS_IN_QUESTION = 3;
/** The logarithm of the odds of a contradiction where nothing is taken for granted. */
const LEAST_GRANTED = -4;

/**
 * The features of a question: always the same number of them, with the constant 1 first. None names a fact or a word.
 *
 * @param question what it takes for granted is judged as claims
 */
export function premiseFeatures({ reading, granted: judgeGranted, asksForCause }: OpenQuestion): number[] {
  const granted = judgeGranted();
  const { findings, likelyFacts, likeliestGap, contradiction, likenessToQuestions } = reading;
  const { ratio, difference, most } = likenessToQuestions();
  const inQuestion = likelyFacts.slice(0, FACTS_IN_QUESTION).map(({ id }) => id);
  const evidence = findings.flatMap((finding) => finding.evidence);
  const isInQuestion = ({ fact }: Evidence) => fact !== undefined && inQuestion.includes(fact.id);
  const against = evidence.filter(({ sign }) => sign < 0);
  const some = (is: boolean) => (is ? 1 : 0);
  return [
    1,
    some(against.some((item) => isInQuestion(item) && CERTAIN.has(item.rule))),
    some(against.some((item) => isInQuestion(item) && !CERTAIN.has(item.rule))),
    some(against.some((item) => !isInQuestion(item))),
    some(evidence.some((item) => item.sign > 0 && isInQuestion(item))),
    log(likelyFacts[0]?.probability),
    log(likeliestGap?.probability),
    contradiction,
    some(evidence.some(({ rule }) => rule === 'another figure' || rule === 'another date')),
    ratio,
    difference,
    most,
    likeliest(granted, CONTRADICTED),
    likeliest(granted.filter(isOpposedByRule), CONTRADICTED),
    likeliest(granted, SUPPORTED),
    some(asksForCause),
    Math.max(LEAST_GRANTED, ...granted.map(({ reading }) => reading.contradiction)),
    some(granted.some(({ verdict }) => verdict.verdict === 'contradicted')),
  ];
}

const log = (probability = 0) => Math.log(probability + 1e-4);

const likeliest = (granted: readonly Judged[], verdict: number) =>
  logit(Math.max(0, ...granted.map(({ probabilities }) => probabilities[verdict] ?? 0)));

/** Whether a claim is contradicted, and a rule contradicts it. */
export const isOpposedByRule = ({ verdict, reading }: Judged): boolean =>
  verdict.verdict === 'contradicted' && speaksAgainst(reading.findings);
