// Joins the answers to the parts of a question into one that leaves none of them out.

import type { Fact } from '../knowledge/schema.ts';
import type { Answer, Found, UnansweredPart, Unknown } from './answer.ts';
import type { QuestionPart } from './question-parts.ts';

/** A part of a question, with its own answer. */
export interface AnsweredPart {
  part: QuestionPart;
  answer: Answer;
}

/**
 * Joins the answers to the parts of a question into one. What no fact answers is named in it.
 *
 * @param answerWhole answers the question as a whole
 * @returns undefined, so that the question is answered as a whole, if its parts cannot be told apart, or if several of
 *   them have a false premise
 */
export function joinAnswers(parts: readonly AnsweredPart[], answerWhole: () => Answer): Answer | undefined {
  const found = parts.flatMap(({ answer }) => (answer.outcome === 'found' ? [answer] : []));
  const wrong = found.filter(({ correction }) => correction);
  if (wrong.length > 1) return undefined;
  // A false premise is set right before anything else.
  const inOrder = [...wrong, ...found.filter((one) => !wrong.includes(one))];
  const isComplete = found.length === parts.length;
  if (isComplete) return new Set(found.map(({ fact }) => fact)).size > 1 ? joinFound(inOrder) : undefined;
  const whole = answerWhole();
  if (whole.outcome === 'found') {
    const isAmongParts = !whole.correction && factsOf(found).includes(whole.fact);
    // "And over what time?" asks for more about the fact that answers the whole.
    const others = parts.filter(({ part }) => !part.isElliptical);
    return isAmongParts ? joinFound(inOrder, others.flatMap(toUnanswered)) : undefined;
  }
  if (whole.outcome === 'unknown' && (whole.gap || found.length === 0))
    return refuse(whole, parts, factsOf(found));
  const isClear = found.length > 0 && !areDependent(parts) && parts.every(({ answer }) => isNamed(answer));
  return isClear ? joinFound(inOrder, parts.flatMap(toUnanswered)) : undefined;
}

const factsOf = (found: readonly Found[]): Fact[] => [
  ...new Set(found.flatMap(({ fact, also }) => [fact, ...also])),
];

/** Joins the answers of the parts that a fact answers; undefined if there is none. */
function joinFound(found: readonly Found[], unanswered: readonly UnansweredPart[] = []): Found | undefined {
  const [first] = found;
  const facts = factsOf(found);
  return (
    first && {
      ...first,
      also: facts.filter((fact) => fact !== first.fact),
      related: relatedTo(found, facts),
      ...(unanswered.length > 0 ? { unanswered } : {}),
    }
  );
}

/** A refusal of the whole that names what each part lacks, and first of what the article says the facts of the others. */
function refuse(whole: Unknown, parts: readonly AnsweredPart[], facts: readonly Fact[]): Unknown {
  const unanswered = parts.flatMap(toUnanswered).filter(({ gap }) => gap && gap !== whole.gap);
  return {
    ...whole,
    nearest: [...new Set([...facts, ...whole.nearest])],
    ...(unanswered.length > 0 ? { unanswered } : {}),
  };
}

/** Whether parts depend on one that no fact answers: they leave out their verb, or refer to it. */
function areDependent(parts: readonly AnsweredPart[]): boolean {
  const unanswered = parts.findIndex(({ answer }) => answer.outcome !== 'found');
  return parts.some(
    ({ part, answer }, at) =>
      part.isElliptical || (part.refersBack && answer.outcome === 'found' && at > unanswered),
  );
}

/** Whether an answer is a fact, several, or a gap: not a refusal of what is not understood. */
const isNamed = (answer: Answer): boolean => answer.outcome !== 'unknown' || answer.gap !== undefined;

function toUnanswered({ part, answer }: AnsweredPart): UnansweredPart[] {
  if (answer.outcome === 'found') return [];
  const gap = answer.outcome === 'unknown' ? answer.gap : undefined;
  // What a part refers to may be what another part's fact tells.
  const isUnsure = answer.outcome === 'unsure' || (!gap && part.refersBack);
  return [{ question: part.asked, standalone: part.text, isUnsure, ...(gap ? { gap } : {}) }];
}

/** The facts related to the parts, first those listed first for each part, without the facts that are shown already. */
function relatedTo(found: readonly Found[], shown: readonly Fact[]): Fact[] {
  const longest = Math.max(...found.map(({ related }) => related.length));
  const inTurn = Array.from({ length: longest }, (_, i) => found.flatMap(({ related }) => related[i] ?? []));
  return [...new Set(inTurn.flat())].filter((fact) => !shown.includes(fact));
}
