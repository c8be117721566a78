// Words that make any statement stronger than its facts are: extremes ("the longest", "for the third time"), words that
// leave no room for others ("only", "alone"), certainty about what is to come ("will definitely"), and conditions that
// are said not to matter ("even if").
import { hash } from '../text/hash.ts';
import type { Token } from '../text/parse-sentences.ts';
import type { FactWords } from './fact-words.ts';
import { words } from './function-words.ts';
import type { SentenceReading } from './read-sentence.ts';

const EXTREMES = words(
  'longest shortest biggest largest smallest lowest highest worst fewest greatest strongest weakest oldest newest hardest richest poorest costliest bitterest earliest record unprecedented first second third fourth fifth sixth seventh eighth ninth tenth ever',
);
/** "If ever there was one" and "ever more" are no extremes. */
const BEFORE_EVER = words('if for hardly barely scarcely as');
const BEHIND_EVER = words('more less since so after');
/** What makes "record" a noun of another kind: "on record", "for the record". */
const RECORD_OF = words('on off for keep set');

/** A fact about the last of several hardly ever says "first". */
const LAST = hash('last');

const ONLY = words('only alone solely exclusively');
/** What makes a wish or a figure of "only": "not only", "if only", "only after". */
const BEFORE_ONLY = words('not if the let leave');
const BEHIND_ONLY = words('after when if because as a');

const CERTAINLY = words(
  'definitely certainly surely inevitably undoubtedly unquestionably absolutely necessarily',
);
const CERTAIN = words('bound sure certain guaranteed doomed destined');
const WILL = words('will shall gonna');

/** Whose opinion does not matter may be anybody's: "even if you ask the owners". */
const ANYBODY = words('you u we');

/**
 * Whether a text uses such a word although no fact in question does.
 *
 * @param ids the facts in question
 */
export function overstates(
  readings: Iterable<SentenceReading>,
  ids: Iterable<string>,
  { uses }: FactWords,
): boolean {
  const facts = [...ids];
  const isSaid = ({ stem, norm }: Token) =>
    facts.some((id) => uses(id, hash(stem)) >= (norm === 'first' ? Math.max(1, uses(id, LAST) / 10) : 1));
  for (const reading of readings) {
    const { tokens } = reading;
    if (tokens.some((token, at) => saysExtreme(reading, at) && !isSaid(token))) return true;
    if (tokens.some((token, at) => saysOnly(reading, at) && !isSaid(token))) return true;
    if (tokens.some((token, at) => saysCertainly(tokens, at) && !isSaid(token))) return true;
    if (tokens.some((_, at) => waivesCondition(tokens, at))) return true;
  }
  return false;
}

const wordAt = (tokens: readonly Token[], at: number) => tokens[at]?.norm ?? '';

function saysExtreme({ tokens, quantities, dates }: SentenceReading, at: number): boolean {
  const word = wordAt(tokens, at);
  if (!EXTREMES.has(word)) return false;
  if (word === 'ever')
    return !BEFORE_EVER.has(wordAt(tokens, at - 1)) && !BEHIND_EVER.has(wordAt(tokens, at + 1));
  if (word === 'record')
    return !RECORD_OF.has(wordAt(tokens, at - 1)) && !RECORD_OF.has(wordAt(tokens, at - 2));
  // "A third of the readers" is a figure, and "May first" a date.
  return ![...quantities, ...dates].some(({ from, to }) => from <= at && at < to);
}

function saysOnly({ tokens, quantities, dates }: SentenceReading, at: number): boolean {
  if (!ONLY.has(wordAt(tokens, at))) return false;
  if (BEFORE_ONLY.has(wordAt(tokens, at - 1)) || BEHIND_ONLY.has(wordAt(tokens, at + 1))) return false;
  return ![...quantities, ...dates].some(({ from, to }) => from <= at + 1 && at < to);
}

function saysCertainly(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (CERTAIN.has(word)) return wordAt(tokens, at + 1) === 'to' && wordAt(tokens, at - 1) !== 'not';
  return CERTAINLY.has(word) && (WILL.has(wordAt(tokens, at - 1)) || WILL.has(wordAt(tokens, at + 1)));
}

function waivesCondition(tokens: readonly Token[], at: number): boolean {
  const [word, next, third] = [0, 1, 2].map((i) => wordAt(tokens, at + i));
  if (word === 'even' && next === 'if') return !ANYBODY.has(third ?? '');
  if (word === 'whether' && next === 'or' && third === 'not')
    return tokens.slice(0, at).some(({ norm }) => WILL.has(norm));
  return (
    (word === 'no' && next === 'matter' && /^(?:what|whether|if|how)$/.test(third ?? '')) ||
    (word === 'regardless' && next === 'of')
  );
}
