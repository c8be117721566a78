// Recognizes numbers in names, keys and telephone numbers, which count nothing: "Local 871", "A4", "peak TV 2.0",
// "#1".
import { readNoun } from './counted-things.ts';
import { isUnitWord, readUnit } from './measure-units.ts';
import type { Tokens } from './placed-tokens.ts';

/** Words that make a number after them a name: "Prop 22", "channel 4". */
const LABELS = new Set(
  [
    'prop proposition channel local article section room route chapter season episode version page paragraph par para part',
    'phase level grade title schedule flight bus apollo iphone ipad windows ps xbox pier formula district division number',
    'nr numbers amendment gate building floor exhibit table volume vol interstate highway platform step option sb ab hr v',
    'ver voyager english top',
  ]
    .join(' ')
    .split(' '),
);
/** The same for words with a capital letter. In lower case, the number after them counts something. */
const CAPITAL_LABELS = new Set(
  'studio area unit issue figure measure bill line stage question model rule item class'.split(' '),
);
/** Capitalized words that do not name anything with the number after them, usually because they begin a sentence. */
const NO_NAME = new Set(
  [
    'the a an of so and but or only just about over some in at with by to for if all is was were did that those these nearly',
    'almost around roughly like i it they we he she who when yes no not exactly under than least most both other another',
    'first last next every each their our its his her on from up as votes ballots members writers total between maybe',
    'probably approximately after before there are has had have because since until turnout',
  ]
    .join(' ')
    .split(' '),
);
/** Maximum number of groups in a telephone number or a key: "1-323-782-4502". */
const MAX_GROUPS = 5;

/** Whether the number that begins at a token is part of a name, a key or a telephone number. */
export function isPartOfName(tokens: Tokens, at: number): boolean {
  return isGlued(tokens, at) || isTelephone(tokens, at) || isLabelled(tokens, at) || isInTitle(tokens, at);
}

/** "A4", "#1", "No. 1", "m^2", "F-16", "1/0". */
function isGlued(tokens: Tokens, at: number): boolean {
  const [token, before, earlier] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (!token || !before) return false;
  if (before.text === '#') return true;
  if (before.text === '.' && /^(?:no|nos|vol|art|sec)$/.test(earlier?.text ?? '')) return true;
  if (!token.glued) return false;
  if (before.kind === 'word' || before.text === '^') return true;
  if (!before.glued) return false;
  if (/^[/+]$/.test(before.text)) return true;
  const isName = earlier?.kind === 'word' && !isUnitWord(earlier.text) && earlier.text !== 'mid';
  return before.text === '-' && token.kind === 'digits' && isName;
}

/** "555-1234", "323-782-4502": groups of digits joined by hyphens that are not a range. */
function isTelephone(tokens: Tokens, at: number): boolean {
  let first = at;
  while (at - first < 2 * MAX_GROUPS && isJoined(tokens, first - 2)) first -= 2;
  let last = first;
  while (last - first < 2 * MAX_GROUPS && isJoined(tokens, last)) last += 2;
  const groups = (last - first) / 2 + 1;
  if (groups !== 2) return groups > 2;
  const isNumber = tokens[first]?.text.length === 3 && /^\d{4}$/.test(tokens[last]?.text ?? '');
  return isNumber && !readUnit(tokens, last + 1) && !readNoun(tokens, last + 1);
}

/** Whether a hyphen joins the digits at a token with the digits after it. */
function isJoined(tokens: Tokens, at: number): boolean {
  const [first, hyphen, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind !== 'digits' || second?.kind !== 'digits') return false;
  return hyphen?.text === '-' && hyphen.glued && second.glued;
}

/** "Prop 22", "channel 4". */
function isLabelled(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const isLabel = LABELS.has(before?.text ?? '') || (before?.capital && CAPITAL_LABELS.has(before.text));
  return Boolean(isLabel) && readUnit(tokens, at + 1) === undefined;
}

/** "Apollo 13", "Party of Five", "peak TV 2.0". */
function isInTitle(tokens: Tokens, at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  // "Ocean's 11"
  const before = tokens[at - 1]?.text === "'s" ? tokens[at - 2] : tokens[at - 1];
  if (!token || before?.kind !== 'word') return false;
  if (token.kind === 'word') {
    const isLink = /^(?:of|the)$/.test(before.text);
    const owner = isLink ? tokens[at - 2] : before;
    // A capital letter has a reason everywhere but in the first word of a sentence.
    const isNamed = owner?.capital === true && (isLink || at > 1);
    return token.capital && isNamed && !readUnit(tokens, at + 1);
  }
  const standsAlone = !after || (after.kind === 'sign' && !/^[%$€£¢+-]$/.test(after.text));
  const isVersion = token.text.endsWith('.0');
  const isSmall = /^\d{1,3}$|^\d{1,2}\.\d{1,2}$/.test(token.text);
  return isSmall && standsAlone && (isVersion || (before.capital && !NO_NAME.has(before.text)));
}
