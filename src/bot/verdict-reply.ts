// Turns the desk's verdicts on a text into a reply: each verdict in words, what it rests on, who says so, and where.
import type { Verdict, VerdictKind } from '../core/judging/verdict.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { MAX_CLAIMS, onOneLine } from '../core/text/claims.ts';
import { describeAttribution, withStatus } from './attribution.ts';
import { asOf, citationBlocks, factButton, questionBlock, quotationBlocks } from './blocks.ts';
import { toPlainText } from './plain-text.ts';
import { type Block, notice, type Reply, type Tone } from './reply.ts';
import { differingParts, factsTold, isPartly, isUnsaid } from './verdict-parts.ts';
import { describeGap, describePart, describeVerdict, headlineSaysWho, quoteClaim } from './verdict-words.ts';

const BUTTONS = 4;
/** UTF-16 code units of a claim that only reminds its asker. A claim that is to be shared is there in full. */
const REMINDER_LENGTH = 120;
const OF_THIS = 'What it does say of this:';

const TONES: Record<VerdictKind, Tone> = {
  supported: 'positive',
  contradicted: 'negative',
  not_in_source: 'uncertain',
};

/** The reply to a claim or a whole message. The text is repeated in small print. */
export function verdictReply(verdicts: readonly Verdict[], text: string, knowledge: Knowledge): Reply {
  const [only, ...more] = verdicts;
  if (!only) return notice('There is no text to check in this message.');
  const label = more.length === 0 ? 'Claim' : 'Claims';
  const repeated = questionBlock(onOneLine(text), label);
  const outcome = overallVerdict(verdicts);
  const told = verdicts.flatMap(factsTold);
  const isShareable = repeated.whole && standsAlone(verdicts, told);
  const { block } = isShareable ? repeated : questionBlock(onOneLine(text), label, REMINDER_LENGTH);
  const others = verdicts.flatMap(({ facts, parts, nearest }) => [
    ...facts,
    ...parts.flatMap((part) => part.facts),
    // For several claims, the nearest facts are left out.
    ...(more.length === 0 ? nearest : []),
  ]);
  const citations = citationBlocks([...new Set(told)]);
  return {
    blocks: [
      ...(more.length === 0
        ? verdictBlocks(only, knowledge).toSpliced(1, 0, block)
        : [block, ...verdicts.flatMap((verdict) => briefBlocks(verdict, knowledge))]),
      // Without it, the passages would seem to belong to the last claim.
      ...(more.length > 0 && citations.length > 0 ? texts('Passages:') : []),
      ...citations,
      ...(verdicts.length === MAX_CLAIMS
        ? [{ kind: 'note' as const, text: `At most ${MAX_CLAIMS} claims of a message are checked.` }]
        : []),
      asOf(knowledge.article),
    ],
    buttons: [...new Set([...told, ...others])].slice(0, BUTTONS).map((fact) => factButton(fact)),
    tone: TONES[outcome],
    outcome,
    ...(isShareable ? {} : { shareable: false as const }),
  };
}

/**
 * Whether others learn something from the verdicts: what the article says, or what exactly it does not. Small talk is
 * near no fact.
 */
const standsAlone = (verdicts: readonly Verdict[], told: readonly Fact[]) =>
  told.length > 0 || verdicts.some(({ gap }) => gap && gap.nearest.length > 0);

/**
 * The verdict on several claims together: contradicted if one is, supported if all are, and not in the source if
 * there are none.
 */
export function overallVerdict(verdicts: readonly Verdict[]): VerdictKind {
  if (verdicts.some(({ verdict }) => verdict === 'contradicted')) return 'contradicted';
  const areSupported = verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'supported');
  return areSupported ? 'supported' : 'not_in_source';
}

/** Verdicts as a member reads them, in plain text, without the claims, the citations and the small print. */
export const verdictText = (verdicts: readonly Verdict[], knowledge: Knowledge): string =>
  toPlainText(verdicts.flatMap((verdict) => verdictBlocks(verdict, knowledge)));

/** One verdict in full: in words, with the facts that it rests on, or the nearest one if it rests on none. */
function verdictBlocks(verdict: Verdict, knowledge: Knowledge): Block[] {
  const { article } = knowledge;
  const parts = differingParts(verdict);
  const told = factsTold(verdict);
  // If a part of the claim is supported, the nearest facts are near to that part.
  const nearest =
    isUnsaid(verdict) && !isPartly(verdict)
      ? verdict.nearest.filter((fact) => isSaid(fact) && !told.includes(fact))
      : [];
  return [
    { kind: 'lead', text: describeVerdict(verdict, article) },
    ...(parts.length > 0
      ? [partList(verdict, knowledge), ...told.flatMap((fact) => quotationBlocks(fact, article))]
      : [
          ...(isUnsaid(verdict) && told.length > 0 ? texts(OF_THIS) : []),
          ...told.flatMap((fact) => [
            ...texts(fact.claim),
            ...quotationBlocks(fact, article),
            ...(headlineSaysWho(verdict, fact) ? [] : texts(describeAttribution(fact, article))),
          ]),
        ]),
    ...gapBlocks(verdict),
    ...(nearest.length > 0
      ? [
          ...texts(`The nearest ${nearest.length === 1 ? 'thing' : 'things'} that it does say:`),
          { kind: 'list' as const, items: nearest.map(({ claim }) => claim) },
        ]
      : []),
  ];
}

/** Whether the article itself says a fact, as opposed to one that is worked out from it. */
const isSaid = ({ status }: Fact) => status !== 'derived';

/** One of several verdicts. Its facts are a list, which a message that is too long can leave out. */
function briefBlocks(verdict: Verdict, knowledge: Knowledge): Block[] {
  const { article } = knowledge;
  const told = factsTold(verdict).map((fact) =>
    headlineSaysWho(verdict, fact) ? fact.claim : withStatus(fact.claim, fact, article),
  );
  const before = isUnsaid(verdict) ? `${OF_THIS} ` : '';
  return [
    { kind: 'lead', text: describeVerdict(verdict, article) },
    { kind: 'note', text: quoteClaim(verdict.claim) },
    ...(differingParts(verdict).length > 0
      ? [partList(verdict, knowledge)]
      : told.map((text) => ({ kind: 'list' as const, items: [`${before}${text}`] }))),
    ...gapBlocks(verdict),
  ];
}

const partList = (verdict: Verdict, { article }: Knowledge): Block => ({
  kind: 'list',
  items: differingParts(verdict).map((part) => describePart(part, article)),
});

const gapBlocks = (verdict: Verdict): Block[] => (isUnsaid(verdict) ? texts(describeGap(verdict)) : []);
const texts = (text: string | undefined): Block[] => (text ? [{ kind: 'text', text }] : []);
