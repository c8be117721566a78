// Splits a question that asks several things: "how much did it cost, and when do talks resume?"

import { isCallForAnswer } from '../judging/question-frames.ts';
import type { Periods } from '../ranking/periods.ts';
import { hasVerb } from '../text/parse-sentences.ts';
import { completePart, refersBack } from './complete-part.ts';

/** A part of a question. */
export interface QuestionPart {
  /** The part as it can stand alone. */
  text: string;
  /** The part as it was asked. */
  asked: string;
  /** Whether it leaves out its verb, as in "and over what time?", so that it depends on the parts around it. */
  isElliptical: boolean;
  /** Whether it refers to something named before it. */
  refersBack: boolean;
}

/** Maximum number of parts that are answered at once. */
export const MAX_PARTS = 3;

/** "Through what medium", "with whom". */
const PREPOSITION =
  '(?:about|against|among|at|before|between|by|during|for|from|in|into|of|on|over|since|through|to|under|until|with)';
const QUESTION_WORD = String.raw`(?:${PREPOSITION}\s+)?(?:who(?:m|se|[’']?s)?|what(?:[’']?s)?|when(?:[’']?s)?|where(?:[’']?s)?|why|how(?:[’']?s)?|which)\b`;
const AUXILIARY = `(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)(?:n[’']t)?`;
const SUBJECT = String.raw`the|an?|i|it|you|they|he|she|we|there|this|that|these|those|their|its|his|her|any\w*|every\w*|no\w*|members|talks`;
const AND = String.raw`(?:and|plus|&|also)(?:\s+(?:also|then|by the way))?,?`;
/** Maximum number of words in a question about bare names: "Turnout? Membership?" */
const MAX_WORDS_OF_A_NAME = 8;
const SENTENCE_END = /(?<=[.?!])["”)]*\s+|\n+/;
/** Minimum number of words left for the words of a period to be taken out. */
const MIN_WORDS_LEFT = 4;

/** Minimum number of words in a part: "When and where" asks about one thing. */
const MIN_WORDS = 2;

/**
 * Creates the function that splits a question into its parts, each a question that can stand alone. References to the
 * previous part are filled in, and words for the article's own period are left out as unnecessary. A question of one
 * part is unchanged.
 *
 * @param names the names of the article's parties
 */
export function createQuestionParts(
  periods: Pick<Periods, 'own' | 'withoutNames'>,
  names: readonly string[],
): (question: string) => QuestionPart[] {
  const subjects = [SUBJECT, ...names.filter((name) => PLAIN_NAME.test(name))].join('|');
  // An auxiliary begins a question only if its subject follows: "and has faced deficits" does not.
  const asks = String.raw`(?:${QUESTION_WORD}|${AUXILIARY}\s+(?:${subjects})\b)`;
  // Where one part ends and the next begins. After a bare comma, "when" asks only if an auxiliary follows, and "who"
  // never does: it begins a subordinate clause.
  const joints = new RegExp(
    String.raw` ?[,;:–—-]? ${AND} (?=${asks})| ?[;–—] ?(?=${asks})|, (?=(?:(?:what|how)(?:[’']?s)?|why|(?:when|where)[’']?s|(?:when|where) (?:do|does|did|is|are|was|were|will|can|could))\b)`,
    'gi',
  );
  const beginsAsQuestion = new RegExp(
    String.raw`^(?:(?:and|so|but|ok|okay|also|then|hey|hi|well|please|pls|yo|wait|tell me|i (?:want|need|'d like) to know|do you know|can you (?:tell|say)(?: me)?),?\s+)*${asks}`,
    'i',
  );
  return (question) => partsOf(question, periods, { joints, beginsAsQuestion });
}

/** A name of one word that has no other meaning; "us" has one. */
const PLAIN_NAME = /^\p{L}{3,}$/u;

function partsOf(
  question: string,
  periods: Pick<Periods, 'own' | 'withoutNames'>,
  { joints, beginsAsQuestion }: { joints: RegExp; beginsAsQuestion: RegExp },
): QuestionPart[] {
  const sentences = question.split(SENTENCE_END).map((sentence) => sentence.replace(/\s+/g, ' ').trim());
  const asking = sentences.flatMap((sentence) => {
    const clauses = clausesOf(sentence.split(joints), beginsAsQuestion);
    return clauses.length > 0 ? clauses : isNameAsked(sentence) ? [sentence] : [];
  });
  const [first, ...others] = asking;
  if (!first || others.length === 0 || (wordCount(first) < MIN_WORDS && beginsAsQuestion.test(first)))
    return [toPart(question, question)];
  let before = first;
  const whole = others.map((part) => {
    const completed = completePart(part, before, periods.withoutNames);
    if (completed === part) before = part;
    return { asked: part, completed };
  });
  return [{ asked: first, completed: first }, ...whole].map(({ asked, completed }) => {
    const timeless = periods.withoutNames(completed, periods.own);
    return toPart(wordCount(timeless) < MIN_WORDS_LEFT ? completed : timeless, asked, beginsAsQuestion);
  });
}

const toPart = (text: string, asked: string, beginsAsQuestion?: RegExp): QuestionPart => ({
  text,
  asked,
  isElliptical: beginsAsQuestion?.test(asked) === true && !hasVerb(asked),
  refersBack: refersBack(asked),
});

/** The clauses that ask, each with what it asks about if that precedes it: "and the old price, what was that?" */
function clausesOf(clauses: readonly string[], beginsAsQuestion: RegExp): string[] {
  return clauses.flatMap((clause, at) => {
    if (!beginsAsQuestion.test(clause) || asksNoMore(clause)) return [];
    const before = clauses[at - 1];
    const isTopic = before && TOPIC.test(before) && !beginsAsQuestion.test(before) && refersBack(clause);
    return [isTopic ? `${before}, ${clause}` : clause];
  });
}

/** A thing that is only named: "and the old price". */
const TOPIC = /^(?:and |so |but )?(?:the|this|that|these|those)(?: \S+){1,3}$/i;
/** "And who says so?" asks nothing by itself, since every answer names whoever says it. */
const ASKS_WHO_SAYS = /^(?:and |but )?who (?:says?|said) (?:so|that|this|it)\W*$/i;

const asksNoMore = (clause: string): boolean => ASKS_WHO_SAYS.test(clause) || isCallForAnswer(clause);

/** Whether a sentence asks by naming its subject with a question mark: "And the yes share in 2007?" */
const isNameAsked = (sentence: string): boolean =>
  sentence.endsWith('?') &&
  !asksNoMore(sentence) &&
  /\p{L}{3}/u.test(sentence) &&
  wordCount(sentence) <= MAX_WORDS_OF_A_NAME;

const wordCount = (text: string): number => text.split(' ').length;
