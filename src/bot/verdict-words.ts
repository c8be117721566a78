// Verdicts in words: yes, no, partly, or "the article doesn't say".
import type { Verdict } from '../core/judging/verdict.ts';
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { describeSupport, NOT_SAID, tellsStatus, withStatus } from './attribution.ts';
import { capitalize } from './blocks.ts';
import { shorten } from './shorten.ts';
import { factsTold, isPartly, isUndecided, type PartGroup } from './verdict-parts.ts';

/** Maximum UTF-16 code units of a claim, or of a part of one, that are quoted next to its verdict. */
const QUOTED_LENGTH = 100;

const UNSAID = capitalize(NOT_SAID);

/** A verdict as a headline. */
export function describeVerdict(verdict: Verdict, article: Article): string {
  const [fact] = verdict.facts;
  switch (verdict.verdict) {
    case 'supported':
      return describeYes(factsTold(verdict), article);
    case 'contradicted':
      return fact ? describeNo(fact, article) : 'No, the article says otherwise';
    case 'not_in_source':
      if (isUndecided(verdict)) return 'Here is what the article says about this:';
      if (isPartly(verdict)) return `Partly: some of this is borne out; the rest ${NOT_SAID}`;
      return isVerdict(verdict.gap?.says) ? verdict.gap.says : UNSAID;
  }
}

/** What a known gap adds to the headline; undefined if the headline already says it, or if there is no gap. */
export const describeGap = (verdict: Verdict): string | undefined =>
  isPartly(verdict) || !isVerdict(verdict.gap?.says) ? verdict.gap?.says : undefined;

/** The verdict on parts of a claim, after the words of these parts. */
export function describePart({ texts, verdict, fact }: PartGroup, article: Article): string {
  const part = texts.map(quoteClaim).join(', ');
  if (!fact) return `${part}: ${NOT_SAID}.`;
  return verdict === 'contradicted'
    ? `${part}: no. ${withStatus(fact.claim, fact, article)}`
    : `${part}: yes, ${describeSupport(fact, article)}. ${fact.claim}`;
}

/** Whether the headline already says who claims this fact. */
export const headlineSaysWho = ({ verdict }: Verdict, { status }: Fact) =>
  verdict === 'supported' && (status === 'stated' || status === 'claimed');

/** A claim in quotation marks, shortened at a word. */
export const quoteClaim = (text: string) => `“${shorten(text.replace(/[\s.,;:!?…]+$/, ''), QUOTED_LENGTH)}”`;

/** Says that every part of a claim is right, and who says so if it is the same for all. */
function describeYes(facts: readonly Fact[], article: Article): string {
  const [support = 'the article says so', ...others] = new Set(
    facts.map((fact) => describeSupport(fact, article)),
  );
  if (others.length > 0) return 'Yes, all of this is borne out';
  return `Yes, ${support}${facts[0]?.status === 'claimed' ? '; the article does not confirm it' : ''}`;
}

/** Says that a claim is wrong, and what is right. */
function describeNo(fact: Fact, article: Article): string {
  const { status, short } = fact;
  if (status !== 'derived') return `No, the article says otherwise: ${short}`;
  return tellsStatus(short, fact, article)
    ? `No: ${short}`
    : `No. Worked out from what the article says: ${short}`;
}

/** Whether the words of a gap begin with the verdict, as most do. */
const isVerdict = (says: string | undefined): says is string => says?.startsWith(UNSAID) ?? false;
