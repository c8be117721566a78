// Gathers the evidence on each assertion of a text, and the words that no evidence explains.
import type { ClockTime, DateSpan } from '../text/date-span.ts';
import type { Token } from '../text/parse-sentences.ts';
import type { Quantity } from '../text/quantity.ts';
import { compareDate } from './compare-date.ts';
import { compareQuantity } from './compare-quantity.ts';
import { compareStatement, isOfAnotherActor } from './compare-statement.ts';
import { isContent } from './content-words.ts';
import { isCostOfOthers } from './cost-bearers.ts';
import type { Evidence } from './evidence.ts';
import type { JudgingData } from './judging-data.ts';
import type { AssertionReading } from './read-assertion.ts';

/** An assertion, and the evidence on it. */
export interface Finding {
  one: AssertionReading;
  evidence: readonly Evidence[];
  /** Its content words. */
  content: readonly Token[];
  /** Those content words that no evidence, party, figure or attribution explains. */
  uncovered: readonly Token[];
  /** How many of its negators deny something that there is no evidence on. */
  looseNegators: number;
}

/** Whether any evidence speaks against what a text says. */
export const speaksAgainst = (findings: readonly Finding[]): boolean =>
  findings.some(({ evidence }) => evidence.some(({ sign }) => sign < 0));

/** The concept of people other than the article's parties. What is said of them is not about the facts. */
export const OUTSIDERS = 'outsiders';

/** The largest number that counts as "a few". */
const FEW = 3;

/** Gathers the evidence on one assertion. */
export function gatherEvidence(one: AssertionReading, data: JudgingData): Finding {
  const { reading, assertion, own } = one;
  const isIn = ({ from, to }: { from: number; to: number }) => from >= assertion.from && to <= assertion.to;
  const evidence: Evidence[] = data.statements.flatMap(
    (statement) => compareStatement(one, statement, data) ?? [],
  );
  for (const placed of reading.dates.filter(isIn)) {
    const found = compareDate(one, placed, data);
    if (found) evidence.push(found);
    else if (!namesPeriod(placed.figure, data) && !isOwnDay(placed.figure, data))
      evidence.push({ rule: 'date of nothing', sign: 0, tokens: rangeOf(placed) });
  }
  for (const placed of reading.quantities.filter(isIn)) {
    if (reading.dates.some(({ from, to }) => placed.from < to && from < placed.to)) continue;
    const found = compareQuantity(one, placed, data);
    if (found?.rule === 'figure fits' && found.fact && isOfAnotherActor(one, found.fact, data))
      evidence.push({ ...found, rule: 'another actor', sign: -1 });
    else if (found?.rule === 'figure fits' && found.fact && isCostOfOthers(one, placed, found.fact, data))
      evidence.push({ ...found, rule: 'actor unclear', sign: 0 });
    else if (found) evidence.push(found);
    else if (!placed.figure.isQuantifier && !isFewThings(placed.figure))
      evidence.push({ rule: 'figure of nothing', sign: 0, tokens: rangeOf(placed) });
  }
  const settled = own.has(OUTSIDERS)
    ? evidence.map((item) =>
        item.sign === 0 ? item : { ...item, rule: 'of others' as const, sign: 0 as const },
      )
    : [...evidence, ...sayersOf(one, evidence, data)];
  return { one, evidence: settled, ...cover(one, settled), looseNegators: countLoose(one, settled) };
}

const rangeOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from }, (_, i) => from + i);

/**
 * Whether a figure is a small number in words, as in "the two delegations" or "more than one". No fact needs to give
 * such a figure.
 */
const isFewThings = ({ unit, number, text }: Quantity): boolean =>
  unit === 'count' && number !== undefined && number <= FEW && /^[a-z -]+$/i.test(text);

/** Whether a date is just the year of a period. It then tells the period, and is not compared as a date. */
const namesPeriod = (figure: DateSpan | ClockTime, { periods }: JudgingData): boolean =>
  figure.kind === 'date' &&
  figure.from.endsWith('-01-01') &&
  figure.to.endsWith('-12-31') &&
  periods.some(({ years }) => years.has(figure.from.slice(0, 4)) && years.has(figure.to.slice(0, 4)));

/** Whether a date is the article's own day. It needs no fact: whatever is new in the article happened then. */
const isOwnDay = (figure: DateSpan | ClockTime, { day }: JudgingData): boolean =>
  figure.kind === 'date' && figure.from === day && figure.to === day;

/** The evidence against an assertion that attributes one side's claim to another side. */
function sayersOf(
  { reading, assertion }: AssertionReading,
  evidence: readonly Evidence[],
  { sideOf }: JudgingData,
): Evidence[] {
  const { sayers, tokens } = reading;
  const isDenied = (from: number) =>
    tokens.slice(Math.max(0, from - 3), from + 1).some(({ norm }) => norm === 'not' || norm === 'rather');
  const heard = sayers.filter(
    ({ spanFrom, spanTo }) => (spanTo <= assertion.to || sayers.length === 1) && !isDenied(spanFrom),
  );
  return evidence.flatMap(({ fact, sign }): Evidence[] => {
    if (sign !== 1 || !fact?.saidBy) return [];
    // A fact may state what others say: "by the bakers' account, the millers say ...".
    const stated = (fact.statements ?? []).flatMap(({ sayers = [] }) => sayers);
    const sides = new Set([...fact.saidBy, ...stated].map((id) => sideOf.get(id)));
    const isAnother = heard.some(({ side }) => !sides.has(side));
    return isAnother ? [{ rule: 'another sayer', fact, sign: -1, tokens: [] }] : [];
  });
}

function cover(
  { reading, assertion }: AssertionReading,
  evidence: readonly Evidence[],
): { content: Token[]; uncovered: Token[] } {
  const { tokens, parties, sayers, quantities, dates, idle } = reading;
  const used = new Set(evidence.flatMap((item) => item.tokens));
  const use = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) used.add(at);
  };
  for (const { from, to } of [...parties, ...quantities, ...dates]) use(from, to);
  for (const { spanFrom, spanTo } of sayers) use(spanFrom, spanTo);
  const content: Token[] = [];
  const uncovered: Token[] = [];
  for (let at = assertion.from; at < assertion.to; at += 1) {
    const token = tokens[at] as Token;
    if (!isContent(token)) continue;
    content.push(token);
    if (!used.has(at) && !idle.has(at)) uncovered.push(token);
  }
  return { content, uncovered };
}

function countLoose({ reading, assertion }: AssertionReading, evidence: readonly Evidence[]): number {
  const hasFigure = evidence.some(({ rule }) => rule === 'figure fits' || rule === 'another figure');
  // "Hardly anyone" is a figure, and the "no" in "3.7% said no" belongs to its figure.
  const isOfFigure = (n: number) =>
    hasFigure &&
    (reading.quantities.some(({ figure, from, to }) => figure.isQuantifier && from <= n && n < to) ||
      reading.mentions.some(({ from, to }) => to - from > 1 && from <= n && n < to));
  return reading.negators.filter(
    (n) =>
      n >= assertion.from &&
      n < assertion.to &&
      !isOfFigure(n) &&
      !evidence.some(
        ({ rule, sign, tokens }) =>
          sign !== 0 &&
          ['affirmed', 'denied', 'opposed', 'opposite denied'].includes(rule) &&
          tokens.some((at) => at > n),
      ),
  ).length;
}
