// Digits that belong to a name, a key or a telephone number and count nothing: "Local 871", "A4", "peak TV 2.0", "#1".
import { isUnitWord, readUnit } from './measure-units.ts';
import type { PlacedToken } from './placed-tokens.ts';

type Tokens = readonly PlacedToken[];

/** Words before a number that make a name of it: "Prop 22", "channel 4". */
const LABELS = new Set(
  'prop proposition channel local article section room route chapter season episode version page paragraph par para part phase level grade title schedule line flight bus apollo iphone ipad windows ps xbox stage pier formula district division unit number nr numbers item rule bill measure amendment class gate building floor exhibit figure table volume vol issue interstate highway studio area platform model question step option chapter sb ab hr v ver voyager english top'.split(
    ' ',
  ),
);
/** Capitalized words that do not name anything with the number behind them. */
const NO_NAME =
  /^(?:the|a|an|of|so|and|but|or|only|just|about|over|some|in|at|with|by|to|for|if|all|is|was|were|did|that|those|these|nearly|almost|around|roughly|like|i|it|they|we|he|she|who|when|yes|no|not|exactly|under|than|least|most|both|other|another|first|last|next|every|each|their|our|its|his|her|on|from|up|as|votes|ballots|members|writers|total|between|maybe|probably|approximately|after|before|there|are|has|had|have|because|since|until)$/;

/** Whether digits (or words) at a token belong to a name: "A4", "Local 871", "#1", "Apollo 13". */
export function isPartOfName(tokens: Tokens, at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || !before) return false;
  if (
    before.text === '#' ||
    (before.text === '.' && /^(?:no|nos|vol|art|sec)$/.test(tokens[at - 2]?.text ?? ''))
  )
    return true;
  if (before.kind === 'word' && token.glued) return true;
  // "m^2", "1/0", "J1149+66"
  if (token.glued && before.text === '^') return true;
  if (token.glued && before.glued && /^[/+]$/.test(before.text)) return true;
  if (
    token.glued &&
    before.text === '-' &&
    before.glued &&
    tokens[at - 2]?.kind === 'word' &&
    token.kind === 'digits'
  )
    return !isUnitWord(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.text !== 'mid';
  // "Party of Five", "Channel Four"
  const owner = /^(?:of|the)$/.test(before.text) ? tokens[at - 2] : before;
  if (
    token.kind === 'word' &&
    token.capital &&
    owner?.capital &&
    owner !== tokens[0] &&
    !readUnit(tokens, at + 1)
  )
    return true;
  if (LABELS.has(before.text) && readUnit(tokens, at + 1) === undefined) return true;
  const isSmall = token.kind === 'digits' && /^\d{1,3}$|^\d{1,2}\.\d{1,2}$/.test(token.text);
  const after = tokens[at + 1];
  const standsAlone = !after || (after.kind === 'sign' && !/^[%$€£¢+-]$/.test(after.text));
  const isVersion = token.text.endsWith('.0') && before.kind === 'word' && standsAlone;
  return isSmall && standsAlone && (isVersion || (before.capital && !NO_NAME.test(before.text)));
}
