// From the desk's answer to a reply: the answer first, then who says so, where it stands, and where to go from there.
import type { Answer, Found, Reasons, Unknown, Unsure } from '../core/answer.ts';
import type { Desk } from '../core/desk.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { describeAttribution } from './attribution.ts';
import { asOf, capitalize, citationBlocks, factButton, questionBlock, quoteBlock } from './blocks.ts';
import { type Block, type Button, outdated, type Reply } from './reply.ts';

/** More matched words than this explain nothing. */
const MATCHED_WORDS = 8;

/** The reply to a member's question, which is repeated above the answer. */
export function answerReply(answer: Answer, question: string, knowledge: Knowledge): Reply {
  const asked = questionBlock(question);
  return {
    blocks: [
      asked.block,
      ...answerBlocks(answer, knowledge),
      ...(answer.outcome === 'found' ? citationBlocks([answer.fact]) : []),
      ...matched(answer.reasons),
      asOf(knowledge.article),
    ],
    buttons: buttonsOf(answer, question),
    ...subject(answer),
    ...(asked.whole ? {} : { shareable: false as const }),
  };
}

/** The reply that shows one fact, under the question that led to it or else the first one that it answers. */
export function factReply(desk: Desk, factId: string, question?: string): Reply {
  const found = desk.show(factId, question);
  if (!found) return outdated();
  return answerReply(found, question ?? capitalize(found.fact.questions[0] ?? factId), desk.knowledge);
}

/** What the answer says, without the question, the citations and the small print. */
export function answerBlocks(answer: Answer, knowledge: Knowledge): Block[] {
  switch (answer.outcome) {
    case 'found':
      return foundBlocks(answer, knowledge);
    case 'unsure':
      return unsureBlocks(answer);
    case 'unknown':
      return unknownBlocks(answer);
  }
}

function foundBlocks({ fact, items, correction }: Found, { article }: Knowledge): Block[] {
  const { text: wrong = 'so', belongsTo } = correction?.figure ?? {};
  const { quotation } = fact;
  const speaker = article.parties.find((party) => party.id === quotation?.speaker);
  return [
    {
      kind: 'lead',
      text: correction ? sentence(`Not ${wrong}: ${fact.short}`) : fact.short,
    },
    ...texts(belongsTo && sentence(`${wrong} is from: ${belongsTo.short}`)),
    ...texts(fact.claim),
    ...(quotation ? [quoteBlock(quotation, speaker?.name ?? quotation.speaker)] : []),
    ...(items.length > 0 ? [{ kind: 'list' as const, items: items.map((item) => item.claim) }] : []),
    ...texts(describeAttribution(fact, article)),
  ];
}

const unsureBlocks = ({ candidates }: Unsure): Block[] => [
  { kind: 'lead', text: "I'm not sure which of these you mean." },
  { kind: 'list', items: candidates.map(({ question }) => capitalize(question)) },
];

const unknownBlocks = ({ gap, nearest }: Unknown): Block[] => [
  { kind: 'lead', text: gap?.says ?? "The article doesn't say." },
  ...(nearest.length > 0
    ? [...texts('What it does say:'), { kind: 'list' as const, items: nearest.map(sayBriefly) }]
    : []),
];

function buttonsOf(answer: Answer, question: string): Button[] {
  switch (answer.outcome) {
    case 'found':
      return answer.related.map((fact) => factButton(fact));
    case 'unsure':
      return answer.candidates.map((candidate) => factButton(candidate.fact, candidate.question, question));
    case 'unknown':
      return answer.nearest.map((fact) => factButton(fact));
  }
}

function matched({ matched }: Reasons): Block[] {
  if (matched.length === 0) return [];
  const more = matched.length > MATCHED_WORDS ? ', …' : '';
  return [{ kind: 'note', text: `Matched: ${matched.slice(0, MATCHED_WORDS).join(', ')}${more}` }];
}

/** Refusals for one known gap say the same; so do answers of one fact. */
function subject(answer: Answer): { subject?: string } {
  const told =
    answer.outcome === 'found' ? answer.fact : answer.outcome === 'unknown' ? answer.gap : undefined;
  return told ? { subject: told.id } : {};
}

/** A short answer needs its question beside it: "May 1, 2017" alone says nothing. */
const sayBriefly = (fact: Fact) => `${capitalize(fact.questions[0] ?? fact.id)}: ${fact.short}`;
const sentence = (text: string) => (/[.!?…]”?$/.test(text) ? text : `${text}.`);
const texts = (text: string | undefined): Block[] => (text ? [{ kind: 'text', text }] : []);
