// Describes in numbers whether a question has a false premise. They are few, since few labelled questions fit their
// weights.
import { CERTAIN, type Evidence } from './evidence.ts';
import type { Reading } from './judge.ts';

/** Maximum number of likely facts that count as being in question. */
const FACTS_IN_QUESTION = 3;

/**
 * The features of a question: always the same number of them, with the constant 1 first. None names a fact or a word.
 */
export function premiseFeatures({
  findings,
  likelyFacts,
  likeliestGap,
  contradiction,
  likenessToQuestions,
}: Reading): number[] {
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
  ];
}

const log = (probability = 0) => Math.log(probability + 1e-4);
