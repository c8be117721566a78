// Divides the verdict on a claim among its parts, each with the facts that it rests on.
import type { Fact } from '../knowledge/schema.ts';
import { firstOf, probabilityOf, type Ranked } from '../ranking/ranked.ts';
import { MEANT } from './claim-rules.ts';
import { CERTAIN } from './evidence.ts';
import { type Finding, speaksAgainst } from './gather-evidence.ts';
import { type Reading, textOf } from './judge.ts';
import type { Part, VerdictKind } from './verdict.ts';

/**
 * Gives each assertion of a claim that says something its own verdict, consistent with the verdict on the whole.
 *
 * @param kind the verdict on the whole
 * @param isSupported whether a part is supported by itself
 */
export type PartsOf = (reading: Reading, kind: VerdictKind, isSupported: (part: string) => boolean) => Part[];

/** Maximum number of facts shown for a verdict. */
export const MAX_FACTS = 3;
/** Minimum probability of a fact at which it is shown although no evidence names it. */
const CLEARLY_MEANT = 0.5;

/** Creates the function that divides a verdict. */
export function createPartsOf(facts: ReadonlyMap<string, Fact>): PartsOf {
  function partsOf(
    { text: claim, findings, ranked }: Reading,
    kind: VerdictKind,
    isSupported: (part: string) => boolean,
  ): Part[] {
    const groups = grouped(findings);
    const whole = (): Part => ({ text: claim, verdict: kind, facts: shown(findings, kind, ranked, true) });
    if (groups.length <= 1) return [whole()];
    const parts = groups.map((group): Part => {
      const text = textOfGroup(group);
      if (kind === 'supported') return { text, verdict: kind, facts: shown(group, kind, ranked) };
      const isAgainst = speaksAgainst(group);
      if (kind === 'contradicted' && isAgainst)
        return { text, verdict: kind, facts: shown(group, kind, ranked) };
      const isFor = !isAgainst && group.some(({ evidence }) => evidence.some(({ sign }) => sign > 0));
      if (!isFor || !isSupported(text)) return { text, verdict: 'not_in_source', facts: [] };
      return { text, verdict: 'supported', facts: shown(group, 'supported', ranked) };
    });
    // What was learned contradicts the claim, but no rule can say which part is wrong. Then the whole claim is.
    if (kind === 'contradicted' && !parts.some(({ verdict }) => verdict === kind)) return [whole()];
    if (kind === 'not_in_source' && parts.every(({ verdict }) => verdict === 'supported')) return [whole()];
    return parts;
  }

  /**
   * The facts that a verdict rests on: those that the evidence names, likeliest first. If a whole claim is
   * contradicted, the fact that it is most likely about comes before a fact that a stray figure or party points to.
   */
  function shown(
    findings: readonly Finding[],
    kind: VerdictKind,
    ranked: readonly Ranked[],
    isWhole = false,
  ): Fact[] {
    if (kind === 'not_in_source') return [];
    const sign = kind === 'supported' ? 1 : -1;
    const own = new Map<Fact, number>();
    for (const { evidence } of findings)
      for (const item of evidence)
        if (item.fact && item.sign === sign) {
          const likely = probabilityOf(item.fact.id, ranked);
          const weight = likely + (CERTAIN.has(item.rule) || item.rule.endsWith('fits') ? MEANT : 0);
          own.set(item.fact, Math.max(own.get(item.fact) ?? 0, weight));
        }
    const about = facts.get(firstOf(1, ranked, (id) => facts.has(id))[0]?.id ?? '');
    const likeliest = probabilityOf(about?.id, ranked);
    if (about && !own.has(about) && likeliest > CLEARLY_MEANT && !isWorkedOutOtherwise(about, findings))
      own.set(about, isWhole && sign < 0 ? likeliest : 0);
    const sorted = [...own].sort((a, b) => b[1] - a[1]).map(([fact]) => fact);
    return sorted.length > 0 ? sorted.slice(0, MAX_FACTS) : about ? [about] : [];
  }

  return partsOf;
}

/**
 * Whether a fact was worked out, and in another unit than the figures of a claim that a rule contradicts: "only 60%
 * agreed" is not told with the number of those who did.
 */
function isWorkedOutOtherwise({ status, values }: Fact, findings: readonly Finding[]): boolean {
  const isContradicted = findings.some(({ evidence }) =>
    evidence.some(({ rule }) => rule === 'another figure'),
  );
  const units = findings.flatMap(({ one }) => one.reading.quantities.map(({ figure }) => figure.unit));
  const isGiven = values.some((value) => 'unit' in value && units.includes(value.unit));
  return status === 'derived' && isContradicted && !isGiven;
}

/** The text of a group, with the words that join its clauses where they stand in one sentence. */
function textOfGroup(group: readonly Finding[]): string {
  const [first, last] = [group[0] as Finding, group.at(-1) as Finding];
  if (group.some(({ one }) => one.reading !== first.one.reading)) return group.map(textOf).join(' ');
  const assertion = { ...first.one.assertion, to: last.one.assertion.to };
  return textOf({ ...first, one: { ...first.one, assertion } });
}

/**
 * Groups the findings: one that says nothing by itself joins the group before it, or else the one after it, and so does
 * the second of two clauses whose order was compared.
 */
function grouped(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  let waiting: Finding[] = [];
  for (const finding of findings) {
    const says = finding.content.length > 0 || finding.evidence.some(({ sign }) => sign !== 0);
    const last = groups.at(-1);
    const { reading, assertion } = finding.one;
    const isOrdered = finding.evidence.some(({ tokens }) => tokens.includes(assertion.from - 1));
    if (last && isOrdered && last.at(-1)?.one.reading === reading) last.push(finding);
    else if (says) {
      groups.push([...waiting, finding]);
      waiting = [];
    } else if (last) last.push(finding);
    else waiting.push(finding);
  }
  return groups;
}
