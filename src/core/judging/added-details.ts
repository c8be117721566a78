// Details that a claim adds to what its facts say: a place ("at a rally"), a purpose ("to impress the press"), or
// somebody else who does something.
import type { Token } from '../text/parse-sentences.ts';
import type { Finding } from './gather-evidence.ts';
import type { Reading } from './judge.ts';

const IS_NOUN = /^(?:NOUN|PROPN)$/;
const IS_VERB = /^(?:VERB|AUX|PRON)$/;
const PLACES: ReadonlySet<string> = new Set(['at', 'near', 'inside', 'outside']);

/** Whether a claim adds a place, a purpose or a clause of which no word is explained, by the evidence or by the facts in question. */
export const addsDetail = ({ findings, unexplained }: Reading): boolean => {
  if (unexplained.length === 0) return false;
  const left = new Set(unexplained);
  const isLeft = ({ text }: Token) => left.has(text);
  return findings.some(
    (finding, i) =>
      addsPlace(finding, isLeft) || addsPurpose(finding, isLeft) || (i > 0 && addsClause(finding, isLeft)),
  );
};

/** Whether an assertion ends with an unexplained place: "the bakers met at a rally downtown". */
const addsPlace = ({ one: { reading }, uncovered }: Finding, isLeft: (token: Token) => boolean): boolean =>
  uncovered.some((token) => {
    if (!isLeft(token) || !IS_NOUN.test(token.pos)) return false;
    const { tokens } = reading;
    const at = tokens.indexOf(token);
    let before = at - 1;
    while (/^(?:DET|ADJ|PRON|NUM)$/.test(tokens[before]?.pos ?? '')) before -= 1;
    const rest = tokens.slice(at + 1);
    return (
      PLACES.has(tokens[before]?.norm ?? '') &&
      rest[0]?.norm !== 'of' &&
      !rest.some(({ pos }) => IS_VERB.test(pos)) &&
      rest.filter(({ pos }) => IS_NOUN.test(pos)).length <= 1
    );
  });

/** Whether an assertion ends with an unexplained purpose: "the bakers met to impress the press". */
const addsPurpose = (
  { one: { reading }, uncovered }: Finding,
  isLeft: (token: Token) => boolean,
): boolean => {
  const left = uncovered.filter(isLeft);
  return left.some((token, i) => {
    const at = reading.tokens.indexOf(token);
    return (
      token.pos === 'VERB' &&
      reading.tokens[at - 1]?.norm === 'to' &&
      !GOVERNS.test(reading.tokens[at - 2]?.pos ?? '') &&
      IS_NOUN.test(left[i + 1]?.pos ?? '')
    );
  });
};
/** What an infinitive may belong to: "vowed to win", "ready to talk". */
const GOVERNS = /^(?:VERB|AUX|ADJ|PART)$/;

/** Maximum number of tokens of an inserted clause that says whose view something is. */
const VIEW = 3;

/** Whether an assertion says that an unexplained thing or person, and no party, does something unexplained. */
const addsClause = (
  { one: { reading, assertion }, evidence, uncovered }: Finding,
  isLeft: (token: Token) => boolean,
): boolean => {
  if (!assertion.hasVerb || evidence.some(({ sign }) => sign !== 0)) return false;
  // "Most onlookers reckon" only tells whose view it is.
  if (assertion.to - assertion.from <= VIEW && assertion.joint === ',') return false;
  // Who is named does something known, in other words, and what is dated tells the time of something known.
  const isNamed = [...reading.parties, ...reading.dates].some(
    ({ from, to }) => from >= assertion.from && to <= assertion.to,
  );
  if (isNamed) return false;
  const left = uncovered.filter(isLeft);
  const noun = left.findIndex(({ pos }) => IS_NOUN.test(pos));
  return noun >= 0 && left.slice(noun + 1).some(({ pos }) => pos === 'VERB');
};
