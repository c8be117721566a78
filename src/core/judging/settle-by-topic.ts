// Settles by the fact that a text is clearly about what the words of an assertion leave open: whose figure it is.
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { compareWith } from './compare-quantity.ts';
import { CERTAIN, type Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { JudgingData } from './judging-data.ts';

/** From this probability on a text is clearly about a fact. */
const CLEARLY_MEANT = 0.5;
/** A fact less likely than this is not what a text is about. */
const HARDLY_MEANT = 0.02;

/**
 * Evidence against a text that is clearly about one fact counts for little where it comes from a fact that is hardly
 * meant: "everyone expected the vote" is no turnout. And a figure that belongs nowhere by its words fits the fact that
 * is clearly meant, if that gives it.
 */
export function settleByTopic(
  findings: readonly Finding[],
  ranked: readonly Ranked[],
  facts: ReadonlyMap<string, Fact>,
  { measures, events }: JudgingData,
): Finding[] {
  const top = ranked[0];
  const meant = top && top.probability >= CLEARLY_MEANT ? facts.get(top.id) : undefined;
  if (!meant) return [...findings];
  const probabilityOf = new Map(ranked.map(({ id, probability }) => [id, probability]));
  const isHardlyMeant = (fact: Fact) => (probabilityOf.get(fact.id) ?? 0) < HARDLY_MEANT;

  const fits = (finding: Finding, tokens: readonly number[]): boolean => {
    const { quantities, dates } = finding.one.reading;
    const quantity = quantities.find(({ from }) => tokens.includes(from))?.figure;
    if (quantity)
      return measures.some(
        (measure) => measure.fact === meant && compareWith(quantity, measure) === 'inside',
      );
    const date = dates.find(({ from }) => tokens.includes(from))?.figure;
    return (
      date?.kind === 'date' &&
      events.some(({ fact, days }) => fact === meant && days && date.from <= days.from && days.to <= date.to)
    );
  };

  const settled = (finding: Finding, item: Evidence): Evidence => {
    const { rule, fact, sign, tokens } = item;
    const isAgainst = sign < 0 && CERTAIN.has(rule) && fact !== undefined && isHardlyMeant(fact);
    const isOfNothing = rule === 'figure of nothing' || rule === 'date of nothing';
    if (!isAgainst && !isOfNothing) return item;
    const isDate = rule === 'another date' || rule === 'date of nothing';
    const isFigure = rule === 'another figure' || rule === 'figure of nothing';
    if ((isDate || isFigure) && fits(finding, tokens) && !finding.one.reading.isDeniedWhole)
      return { rule: isDate ? 'date fits' : 'figure fits', fact: meant, sign: 1, tokens };
    if (isOfNothing) return item;
    return { ...item, rule: isDate ? 'date open' : 'figure open', sign: 0 };
  };
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((item) => settled(finding, item)),
  }));
}
