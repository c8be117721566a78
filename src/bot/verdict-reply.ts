// Turns the desk's verdicts on a text into a reply: each claim, what the article says about it, who says so, and where.

import type { Judged, NotInSource, Verdict } from '../core/judging/verdict.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { MAX_CLAIMS, onOneLine } from '../core/text/claims.ts';
import { describeAttribution, describeStatus } from './attribution.ts';
import { asOf, capitalize, citationBlocks, factButton, questionBlock, quoteBlock } from './blocks.ts';
import { type Block, notice, type Reply } from './reply.ts';
import { shorten } from './shorten.ts';

/** UTF-16 code units of a claim that are repeated above its verdict, where there are several. */
const CLAIM_LENGTH = 100;
const BUTTONS = 4;

/** The reply to a claim or a whole message. The text is repeated above the verdicts. */
export function verdictReply(verdicts: readonly Verdict[], text: string, knowledge: Knowledge): Reply {
  const [only] = verdicts;
  if (!only) return notice('There is no text to check in this message.');
  const repeated = questionBlock(onOneLine(text));
  const facts = verdicts.flatMap((verdict) =>
    verdict.verdict === 'not_in_source' ? (verdict.about ?? []) : verdict.fact,
  );
  const buttons = [...new Set(facts)].slice(0, BUTTONS).map((fact) => factButton(fact));
  return {
    blocks: [
      repeated.block,
      ...(verdicts.length === 1
        ? verdictBlocks(only, knowledge)
        : verdicts.flatMap((verdict) => briefly(verdict, knowledge))),
      ...citationBlocks([...new Set(facts)]),
      ...(verdicts.length === MAX_CLAIMS
        ? [{ kind: 'note' as const, text: `At most ${MAX_CLAIMS} claims of a message are checked.` }]
        : []),
      asOf(knowledge.article),
    ],
    buttons,
    ...(repeated.whole ? {} : { shareable: false as const }),
  };
}

/** The verdict itself, without the claim, the citations and the small print. */
export const verdictBlocks = (verdict: Verdict, knowledge: Knowledge): Block[] =>
  verdict.verdict === 'not_in_source' ? missingBlocks(verdict, knowledge) : judgedBlocks(verdict, knowledge);

function judgedBlocks(judged: Judged, { article }: Knowledge): Block[] {
  const { fact } = judged;
  const { quotation } = fact;
  const speaker = article.parties.find((party) => party.id === quotation?.speaker);
  return [
    { kind: 'lead', text: verdictText(judged, article) },
    { kind: 'text', text: fact.claim },
    ...(quotation ? [quoteBlock(quotation, speaker?.name ?? quotation.speaker)] : []),
    { kind: 'text', text: describeAttribution(fact, article) },
  ];
}

const missingBlocks = ({ about, gap, nearest }: NotInSource, { article }: Knowledge): Block[] => [
  { kind: 'lead', text: 'Not in the article' },
  ...(about
    ? [
        { kind: 'text' as const, text: 'It does not say so. What it says of this:' },
        { kind: 'text' as const, text: about.claim },
        { kind: 'text' as const, text: describeAttribution(about, article) },
      ]
    : []),
  ...(gap ? [{ kind: 'text' as const, text: gap.says }] : []),
  ...(nearest.length > 0
    ? [
        { kind: 'text' as const, text: 'The nearest thing that it does say:' },
        { kind: 'list' as const, items: nearest.map((fact) => fact.claim) },
      ]
    : []),
];

/** One of several verdicts, as a heading and a line. */
function briefly(verdict: Verdict, { article }: Knowledge): Block[] {
  const heading = { kind: 'heading' as const, text: shorten(capitalize(verdict.claim), CLAIM_LENGTH) };
  if (verdict.verdict === 'not_in_source') {
    const { about, gap } = verdict;
    const says = about ? `It says of this: ${about.short} (${describeStatus(about, article)})` : gap?.says;
    return [heading, { kind: 'text', text: says ? `Not in the article. ${says}` : 'Not in the article.' }];
  }
  return [
    heading,
    { kind: 'text', text: `${verdictText(verdict, article)} (${describeStatus(verdict.fact, article)})` },
  ];
}

/** The verdict in words. A fact that only a party claims supports no more than that the party says so. */
function verdictText({ verdict, fact }: Judged, article: Knowledge['article']): string {
  if (verdict === 'contradicted') return `The article says otherwise: ${fact.short}`;
  const names = (fact.saidBy ?? []).map((id) => article.parties.find((party) => party.id === id)?.name ?? id);
  if (fact.status === 'claimed')
    return `Supported, but only that ${names.join(' and ')} ${names.length > 1 ? 'say' : 'says'} so: ${fact.short}`;
  if (fact.status === 'disputed') return `Supported, but only that it is disputed: ${fact.short}`;
  return `Supported: ${fact.short}`;
}
