// The words before a date that say how it is meant: "before", "no later than", "not until".
import type { DateHedge } from './date-span.ts';
import { isDenied, isNegator } from './denial.ts';
import type { Tokens } from './placed-tokens.ts';

const HEDGES: Readonly<Record<DateHedge, readonly string[]>> = {
  before: ['before', 'prior to', 'ahead of', 'earlier than', 'preceding', 'pre -'],
  after: ['after', 'following', 'later than', 'past', 'beyond', 'post -'],
  by: ['by', 'no later than', 'not later than', 'at the latest', 'come'],
  since: ['since', 'ever since', 'as of', 'starting', 'starting in', 'starting on', 'beginning', 'from'],
  until: ['until', 'till', 'til', 'up to', 'through', 'up until'],
  about: [
    'about',
    'around',
    'roughly',
    'approximately',
    'circa',
    'ca',
    'sometime in',
    'some time in',
    'sometime around',
    'somewhere around',
    'toward',
    'towards',
    'near',
  ],
};
const PHRASES = (Object.entries(HEDGES) as [DateHedge, readonly string[]][])
  .flatMap(([hedge, texts]) => texts.map((text) => ({ words: text.split(' '), hedge })))
  .sort((a, b) => b.words.length - a.words.length);
/** Prepositions and articles between a hedge and its date. */
const LINKS = new Set('on in at the this of during'.split(' '));
/** "before | in | the | May 1 deadline" */
const MAX_LINKS = 2;
/** How many words may come between "not" and "until". */
const REACH = 5;

/**
 * The hedge before a date and whether the date is denied.
 *
 * @param at the index of the first token of the date
 * @param isRange whether the date has two ends, so that "from" belongs to it
 * @returns with `from`, the index of the first token of the date with its hedge and its preposition
 */
export function dateHedgeBefore(
  tokens: Tokens,
  at: number,
  isRange: boolean,
): { hedge?: DateHedge; negated: boolean; from: number } {
  let link = at;
  let found = phraseBefore(tokens, at);
  while (!found && at - link < MAX_LINKS && LINKS.has(tokens[link - 1]?.text ?? ''))
    found = phraseBefore(tokens, --link);
  // "hurt by the 2007 crisis"
  const isAgent = found?.hedge === 'by' && link < at && tokens[at]?.kind === 'digits';
  if (!found || isAgent || (isRange && tokens[found.from]?.text === 'from'))
    return { negated: isDenied(tokens, link), from: at };
  // "They don't resume until Tuesday": on Tuesday they do.
  if (found.hedge === 'until' && isDeniedUntil(tokens, found.from))
    return { negated: false, from: found.from };
  // "They hadn't walked out since 1988": in 1988 they did.
  return { ...found, negated: found.hedge !== 'since' && isDenied(tokens, found.from) };
}

function phraseBefore(tokens: Tokens, at: number): { hedge: DateHedge; from: number } | undefined {
  const found = PHRASES.find(({ words }) =>
    words.every((word, i) => tokens[at - words.length + i]?.text === word),
  );
  if (!found) return undefined;
  const from = at - found.words.length;
  // "the Tuesday after next", "a week from Monday" are read as a whole.
  return { hedge: found.hedge, from };
}

function isDeniedUntil(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const token = tokens[i];
    if (!token || token.kind === 'sign') return false;
    if (isNegator(token.text)) return true;
  }
  return false;
}
