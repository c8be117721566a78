// Explains a verdict in lines of text: what a claim asserts, what was read in it, and which rule compared it with
// which fact.
import type { Finding } from './gather-evidence.ts';
import { type Reading, textOf } from './judge.ts';
import type { Verdict } from './verdict.ts';

const SIGNS = { 1: '+', 0: ' ', '-1': '-' } as const;

/**
 * The lines: each assertion, what was read in it, the evidence ("+" supports it, "-" contradicts it), and the
 * verdict.
 */
export const explainReading = ({ findings, ranked }: Reading, verdict: Verdict): string[] => [
  ...findings.flatMap(explainFinding),
  `about: ${ranked
    .slice(0, 3)
    .map(({ id, probability }) => `${id} ${probability.toFixed(2)}`)
    .join(', ')}`,
  ...verdict.parts.map(
    (part) => `part: "${part.text}" ${part.verdict}${part.facts.map(({ id }) => ` ${id}`).join('')}`,
  ),
  `verdict: ${verdict.verdict}${verdict.undecided ? ' (undecided)' : ''}${verdict.facts.map(({ id }) => ` ${id}`).join('')}`,
];

function explainFinding(finding: Finding): string[] {
  const { one, evidence, uncovered } = finding;
  const { reading, assertion, own, period } = one;
  const isIn = ({ from, to }: { from: number; to: number }) => from >= assertion.from && to <= assertion.to;
  const read = [
    ...[...own.keys()],
    ...reading.quantities.filter(isIn).map(({ figure: { interval, unit, text } }) => {
      const open = interval.lowOpen ? '(' : '[';
      const close = interval.highOpen ? ')' : ']';
      return `"${text}" = ${open}${interval.low}, ${interval.high}${close} ${unit}`;
    }),
    ...reading.dates
      .filter(isIn)
      .map(({ figure }) =>
        figure.kind === 'date' ? `"${figure.text}" = ${figure.from} to ${figure.to}` : `"${figure.text}"`,
      ),
    ...(period ? [`period ${period}`] : []),
    ...reading.sayers
      .filter(({ spanFrom }) => spanFrom >= assertion.from && spanFrom < assertion.to)
      .map(({ side }) => `said by ${side}`),
  ];
  return [
    `assertion: "${textOf(finding)}"`,
    `  read: ${read.join(', ') || 'nothing'}`,
    ...evidence.map(({ rule, fact, sign }) => `  ${SIGNS[sign]} ${rule}${fact ? `: ${fact.id}` : ''}`),
    ...(uncovered.length > 0 ? [`  not accounted for: ${uncovered.map(({ text }) => text).join(', ')}`] : []),
  ];
}
