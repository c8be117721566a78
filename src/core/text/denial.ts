// Whether a text denies the figure that stands in it: "not 90%", "it wasn't in 2017".
import { isNegator } from './hedge-phrases.ts';
import type { PlacedToken } from './placed-tokens.ts';

type Tokens = readonly PlacedToken[];

/** How many words may stand between a negation and its figure: "did not last for 100 days". */
const REACH = 4;
/** A clause ends at these; a negation before them denies something else. */
const CLAUSE_ENDS = new Set(
  'but and or that because which who while than whereas though although so if since as'.split(' '),
);
/** "not only 96%" denies nothing. */
const NO_DENIAL = new Set('only just merely simply solely surprisingly'.split(' '));
const SUBJECTS = new Set('it they he she we you i there that this those these'.split(' '));
/** What may stand before the verb that begins a question. */
const LEAD_INS = new Set('so but and well wait ok okay hey um uh hmm no yeah yes or then also'.split(' '));

/**
 * Whether a negation reaches the figure that begins at a token.
 *
 * @param at the index of the first token of the figure, its hedge included
 * @returns false for a question such as "wasn't it 96%?", which denies nothing
 */
export function isDenied(tokens: Tokens, at: number): boolean {
  for (let i = at - 1, words = 0; i >= 0 && words <= REACH; i--) {
    const token = tokens[i];
    if (!token || CLAUSE_ENDS.has(token.text)) return false;
    if (token.kind === 'sign') {
      if (token.text === '-' && token.glued) continue;
      return false;
    }
    if (isNegator(token.text) && token.text !== 'no')
      return !NO_DENIAL.has(tokens[i + 1]?.text ?? '') && !asksFor(tokens, i);
    words++;
  }
  return false;
}

/** Whether the negation at a token begins a question: "didn't 90% vote yes", "was it not 96%?". */
function asksFor(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.text ?? '';
  const [before, earlier] = [tokens[at - 1], tokens[at - 2]];
  if (word === 'not')
    return (
      SUBJECTS.has(before?.text ?? '') && AUXILIARIES.has(earlier?.text ?? '') && beginsClause(tokens, at - 2)
    );
  return word !== 'never' && (beginsClause(tokens, at) || SUBJECTS.has(tokens[at + 1]?.text ?? ''));
}
const AUXILIARIES = new Set('is was are were do did does has have had'.split(' '));

function beginsClause(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || /^[.!?;:,"“”(]$/.test(before.text)) return true;
  return LEAD_INS.has(before.text) && beginsClause(tokens, at - 1);
}
