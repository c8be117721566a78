// Finds whom or what a question is about that the article is not: another organization or trade, a place, a year.
import { askingSentence } from '../text/asking-sentence.ts';
import type { Token } from '../text/parse-sentences.ts';
import { isPlural } from '../text/plural.ts';
import { words } from './function-words.ts';
import { type Finding, OUTSIDERS } from './gather-evidence.ts';
import type { Reading } from './judge.ts';
import type { Mention } from './lexicon.ts';
import type { SentenceReading } from './read-sentence.ts';

/** What an article is about, as far as other things are told apart from it. */
export interface OwnMatter {
  /** The ids of its parties. */
  parties: ReadonlySet<string>;
  /** The years that it or its facts name. */
  years: ReadonlySet<string>;
}

/** Names of other people, organizations and places, and other years. */
export interface Others {
  names: readonly string[];
  years: readonly string[];
}

/**
 * Finds what the sentence that asks is about besides the article's own matter. Who is only mentioned does not count,
 * as in "my friend the pilot asks how much it cost".
 */
export function askedOfOthers({ text, strangers, unexplained, findings }: Reading, own: OwnMatter): Others {
  const asking = askingSentence(text) ?? text;
  const start = text.lastIndexOf(asking);
  const initials = initialsIn(asking, strangers);
  if (findings.some(isMixUp)) return { names: initials, years: [] };
  const readings = [...new Set(findings.map(({ one }) => one.reading))].filter(
    ({ tokens }) => (tokens[0]?.start ?? 0) >= start,
  );
  return {
    names: [
      ...initials,
      ...readings.flatMap((reading) => [
        ...outsidersIn(reading, own),
        ...unknownGroupsIn(reading, unexplained),
        ...placesIn(reading, unexplained),
      ]),
    ],
    years: readings.flatMap((reading) => yearsIn(reading, own)),
  };
}

/** Whether others are said to have done what has a figure or a date of the article: they are mistaken for its own. */
const isMixUp = ({ one: { reading }, evidence }: Finding): boolean =>
  evidence.some(
    ({ rule, tokens }) =>
      rule === 'of others' &&
      [...reading.quantities, ...reading.dates].some(({ from, to }) =>
        tokens.some((at) => from <= at && at < to),
      ),
  );

const INITIALS = /^\p{Lu}{2,}s?$/u;

/** The initials of organizations. Where a text is all in capitals, they cannot be told from other words. */
const initialsIn = (asking: string, strangers: readonly string[]): string[] =>
  /\p{Ll}/u.test(asking) ? strangers.filter((name) => INITIALS.test(name) && asking.includes(name)) : [];

/** The outsiders who act in a sentence, or to whom something in it belongs. */
function outsidersIn(reading: SentenceReading, own: OwnMatter): string[] {
  const { tokens, mentions } = reading;
  return mentions
    .filter(
      (one) =>
        one.concept === OUTSIDERS &&
        !isAcquaintance(tokens, one) &&
        isOwnerOrActor(reading, one, own) &&
        !isBesideParty(reading, one, own),
    )
    .map(({ from, to }) => textOf(tokens.slice(from, to)));
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ norm }) => norm).join(' ');

const OF_ONE = words('a an my our your his her some one another fellow we us');
const BEHIND_ONE = words('of by in');

/** Whether a mention is of somebody whom the asker knows or is: "my agent", "as a pilot", "we editors". */
function isAcquaintance(tokens: readonly Token[], { from }: Mention): boolean {
  const near = [tokens[from - 1], tokens[from - 2]];
  const at = near.findIndex((token) => token && OF_ONE.has(token.norm));
  if (at < 0 || (at === 1 && near[0]?.pos !== 'ADJ' && near[0]?.pos !== 'NOUN')) return false;
  return !BEHIND_ONE.has(tokens[from - 2 - at]?.norm ?? '');
}

/** "It was the pilots who paid" asks who did it. */
const IDENTIFIES = /\b(?:it|that) (?:is|was|were)(?: the)?$/;
const OWNED_BY = words('of by among at in within inside');

function isOwnerOrActor(
  { tokens, parties }: SentenceReading,
  { from, to }: Mention,
  own: OwnMatter,
): boolean {
  if (IDENTIFIES.test(textOf(tokens.slice(Math.max(0, from - 3), from)))) return false;
  const next = tokens[to];
  if (next && (isApostrophe(next) || isNoun(next))) return true;
  if (next?.pos === 'AUX' || next?.pos === 'VERB') return isGroup(tokens.slice(from, to));
  const before = tokens[from - (tokens[from - 1]?.pos === 'DET' ? 2 : 1)];
  if (!before) return next === undefined || next.pos === 'PUNCT';
  if (before.norm === 'for') return !parties.some((one) => one.to <= from && own.parties.has(one.concept));
  return OWNED_BY.has(before.norm) || before.pos === 'AUX';
}

const isApostrophe = (token: Token | undefined) => token?.norm === "'s" || token?.norm === "'";
const isNoun = ({ pos }: Token) => pos === 'NOUN' || pos === 'PROPN';
/** Whether a name is that of a group, by its plural or as a name of several words. "The crew" may be anybody's. */
const isGroup = (named: readonly Token[]): boolean =>
  named.length > 1 || named.some(({ pos, norm }) => pos === 'PROPN' || norm.endsWith('s'));

/** Whether another clause of the sentence names a party of the article: that clause is what the sentence is about. */
function isBesideParty({ parties, assertions }: SentenceReading, one: Mention, own: OwnMatter): boolean {
  const assertion = assertions.find(({ from, to }) => from <= one.from && one.from < to);
  return parties.some(
    ({ concept, from, to }) =>
      own.parties.has(concept) &&
      to !== one.from &&
      from !== one.to &&
      assertion !== undefined &&
      (to <= assertion.from || from >= assertion.to),
  );
}

/** Groups that nothing explains, to whom something of the article is given: "the bakers' pay", "the bakers union". */
const unknownGroupsIn = ({ tokens, parties }: SentenceReading, unexplained: readonly string[]): string[] =>
  tokens.flatMap((token, at) => {
    const isUnknown = isNoun(token) && isPlural(token.norm) && unexplained.includes(token.text);
    const isOwner = tokens[at + 1]?.norm === "'" || parties.some(({ from }) => from === at + 1);
    return isUnknown && isOwner ? [token.norm] : [];
  });

/** Names of places that nothing explains, as in "the price in France". */
const placesIn = ({ tokens }: SentenceReading, unexplained: readonly string[]): string[] =>
  tokens.flatMap(({ norm, text, pos }, at) =>
    tokens[at - 1]?.norm === 'in' && pos === 'PROPN' && unexplained.includes(text) ? [norm] : [],
  );

const COMPARED_WITH = words('since until before after than by from to till');

/** The years of other events. A year that something is compared with or counted from is none. */
const yearsIn = ({ tokens, dates }: SentenceReading, { years }: OwnMatter): string[] =>
  dates.flatMap(({ figure, from }) => {
    if (figure.kind !== 'date' || !figure.yearKnown) return [];
    const named = [figure.from.slice(0, 4), figure.to.slice(0, 4)];
    const isCompared = [from - 1, from].some((at) => COMPARED_WITH.has(tokens[at]?.norm ?? ''));
    return isCompared || named.some((year) => years.has(year)) ? [] : named.slice(0, 1);
  });
