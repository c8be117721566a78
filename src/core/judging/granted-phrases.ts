// Finds the phrases within a sentence that say something by themselves: "the deal that both signed", "Ann, the baker",
// "the town's nine mills".
import type { Token } from '../text/parse-sentences.ts';
import { isPlural } from '../text/plural.ts';
import { isVerb, type Stretch } from './stretch.ts';

const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom', 'whose']);
const ENDS: ReadonlySet<string> = new Set([',', ';', '?', '.', '—', '–', '...', ')']);
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM']);
/** What a noun phrase consists of, read backwards from its noun. */
const OF_NAME: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
const PARTICIPLE = /(?:ed|en|ing)$/;

/**
 * Finds what a sentence takes for granted by a phrase: a relative clause, a participle behind a noun, an
 * apposition, or a number of things that belong to somebody, each with the noun phrase that it is about.
 */
export const phrasesTakenForGranted = (tokens: readonly Token[]): Stretch[] => [
  ...tokens.flatMap((_, at) => clauseAbout(tokens, at)),
  ...tokens.flatMap((_, at) => apposition(tokens, at)),
  ...tokens.flatMap((_, at) => possession(tokens, at)),
];

/** The relative clause or the participle that begins at a place. */
function clauseAbout(tokens: readonly Token[], at: number): Stretch[] {
  const { norm, pos } = tokens[at] as Token;
  const isRelative = RELATIVES.has(norm);
  const last = isRelative && tokens[at - 1]?.norm === ',' ? at - 2 : at - 1;
  const isParticiple = pos === 'VERB' && PARTICIPLE.test(norm) && tokens[at + 1]?.pos === 'ADP';
  const noun = tokens[last];
  if (!(isRelative || isParticiple) || !noun || !NOMINAL.has(noun.pos)) return [];
  const end = endFrom(tokens, at + 1);
  const clause = tokens.slice(isRelative ? at + 1 : at, end);
  // "The mill closed in May": that is the verb of the sentence.
  if (isParticiple && !tokens.some((token, i) => (i < at || i >= end) && isVerb(token))) return [];
  return clause.some(isVerb)
    ? [[...nameBefore(tokens, last + 1), ...(isRelative ? [] : [WAS]), ...clause]]
    : [];
}

/** "Ann, the baker," says that Ann is the baker. */
function apposition(tokens: readonly Token[], comma: number): Stretch[] {
  if (tokens[comma]?.norm !== ',' && tokens[comma]?.norm !== '(') return [];
  const end = endFrom(tokens, comma + 1);
  const name = nameBefore(tokens, comma);
  const other = tokens.slice(comma + 1, end);
  const isName = OF_NAME.has(other[0]?.pos ?? '') && other[0]?.pos !== 'PART' && other.length > 1;
  if (end === tokens.length || !isName || other.some(isVerb) || !isNoun(name.at(-1))) return [];
  return [[...name, IS, ...other]];
}

/** "The town's nine mills" says that the town has nine mills. */
function possession(tokens: readonly Token[], at: number): Stretch[] {
  const [mark, number, thing] = tokens.slice(at, at + 3);
  const isCounted = number?.pos === 'NUM' && thing?.pos === 'NOUN' && isPlural(thing.norm);
  if (mark?.norm !== "'s" || !isCounted) return [];
  const owner = nameBefore(tokens, at);
  return isNoun(owner.at(-1)) ? [[...owner, HAS, number, thing]] : [];
}

const isNoun = (token: Token | undefined) => token?.pos === 'NOUN' || token?.pos === 'PROPN';

/** The index of the mark that ends what begins at a place. */
function endFrom(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ norm }, at) => at >= from && ENDS.has(norm));
  return end < 0 ? tokens.length : end;
}

/** The noun phrase that ends before a place. */
function nameBefore(tokens: readonly Token[], end: number): readonly Token[] {
  let from = end - 1;
  const isPart = ({ pos, norm }: Token) => (OF_NAME.has(pos) && norm !== 'not') || norm === 'of';
  while (from > 0 && isPart(tokens[from - 1] as Token)) from -= 1;
  while (tokens[from]?.norm === 'of') from += 1;
  return tokens.slice(from, end);
}

const word = (text: string): Pick<Token, 'text'> => ({ text });
const WAS = word('was');
const IS = word('is');
const HAS = word('has');
