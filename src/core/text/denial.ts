// Tells whether a text denies the figure in it: "not 90%", "it wasn't in 2017".
import type { Tokens } from './placed-tokens.ts';

/** Maximum number of words between a negation and its figure: "did not last for 100 days". */
const REACH = 4;
const NEGATORS = new Set([
  ...[
    'not',
    'never',
    'cannot',
    'nor',
    'isnt',
    'wasnt',
    'werent',
    'arent',
    'dont',
    'didnt',
    'doesnt',
    'hasnt',
    'havent',
  ],
  ...['hadnt', 'wouldnt', 'couldnt', 'wont', 'cant', 'aint', 'shouldnt'],
]);
/** Words and marks that end a clause. A negation before them denies something else. */
const CLAUSE_ENDS = new Set(
  'but and or that because which who while than whereas though although so if since as'.split(' '),
);
/** Words after "not" that take the denial away: "not only 96%". */
const NO_DENIAL = new Set('only just merely simply solely surprisingly'.split(' '));
const SUBJECTS = new Set('it they he she we you i there that this those these'.split(' '));
const DETERMINERS = new Set('the a an its their our'.split(' '));
/** Words that an amount may begin with, as the subject of a question. */
const AMOUNTS = new Set(
  'most all some half two three nine ten ninety over more about nearly almost at roughly around under less fewer everyone nobody no'.split(
    ' ',
  ),
);
/** Maximum number of tokens that are searched for the end of a sentence. */
const SENTENCE = 60;
const AUXILIARIES = new Set('is was are were do did does has have had'.split(' '));
/** Words that may precede the verb at the beginning of a question. */
const LEAD_INS = new Set('so but and well wait ok okay hey um uh hmm no yeah yes or then also'.split(' '));

/** Whether a word denies what follows it: "not", "didn't", "wasnt". */
export const isNegator = (word: string): boolean => NEGATORS.has(word) || word.endsWith("n't");

/** Whether the negation at a token denies what follows, rather than stressing it or beginning a question. */
export function isDenial(tokens: Tokens, at: number): boolean {
  const isNegation = isNegator(tokens[at]?.text ?? '');
  return isNegation && !NO_DENIAL.has(tokens[at + 1]?.text ?? '') && !beginsQuestion(tokens, at);
}

/**
 * Whether a negation reaches the figure that begins at a token.
 *
 * @param at the index of the first token of the figure, its hedge included
 * @returns false for a question such as "wasn't it 96%?", which denies nothing
 */
export function isDenied(tokens: Tokens, at: number): boolean {
  // "far from 90%", "anything but unanimous"
  if (/^(?:far from|anything but)$/.test(`${tokens[at - 2]?.text} ${tokens[at - 1]?.text}`)) return true;
  for (let i = at - 1, words = 0; i >= 0 && words <= REACH; i--) {
    const token = tokens[i];
    if (!token || CLAUSE_ENDS.has(token.text)) return false;
    if (isNegator(token.text)) return isDenial(tokens, i);
    const isHyphen = token.text === '-' && token.glued;
    if (token.kind === 'sign' && !isHyphen) return false;
    if (!isHyphen) words++;
  }
  return false;
}

/** Whether the negation at a token begins a question: "didn't 90% say yes", "was it not 96%?". */
function beginsQuestion(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.text ?? '';
  const [verb, subject] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? ''];
  if (word === 'not') return SUBJECTS.has(subject) && AUXILIARIES.has(verb) && beginsClause(tokens, at - 2);
  if (word === 'never' || word === 'nor') return false;
  const after = tokens[at + 1];
  if (SUBJECTS.has(after?.text ?? '')) return true;
  if (!beginsClause(tokens, at)) return false;
  if (DETERMINERS.has(after?.text ?? '') || endsInQuestion(tokens, at)) return true;
  // "Didn't 90% say yes" asks; "Wasn't 96%" and "Didn't exceed 90%" leave their subject out.
  const isForm = /^(?:is|was|were|are|ai)n/.test(word);
  return !isForm && (after?.kind === 'digits' || AMOUNTS.has(after?.text ?? ''));
}

/** Whether the sentence around a token ends with a question mark. */
function endsInQuestion(tokens: Tokens, at: number): boolean {
  for (let i = at + 1; i < tokens.length && i < at + SENTENCE; i++) {
    const text = tokens[i]?.text ?? '';
    if (text === '?') return true;
    if (text === '!' || text === '.') return false;
  }
  return false;
}

function beginsClause(tokens: Tokens, at: number): boolean {
  let first = at;
  while (LEAD_INS.has(tokens[first - 1]?.text ?? '')) first--;
  return first === 0 || /^[.!?;:,"\u201c\u201d(]$/.test(tokens[first - 1]?.text ?? '');
}
