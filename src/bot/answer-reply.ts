// Turns an answer of the desk into a reply: the answer, who says so, the citations, and buttons to related facts.
import type { Answer, Found, UnansweredPart, Unknown, Unsure } from '../core/asking/answer.ts';
import { MAX_PARTS } from '../core/asking/question-parts.ts';
import type { Desk } from '../core/desk.ts';
import type { Correction } from '../core/judging/correction.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { describeAttribution, describeStatus, describeSupport, tellsStatus } from './attribution.ts';
import {
  asOf,
  capitalize,
  citationBlocks,
  factButton,
  isSentence,
  questionBlock,
  quotationBlocks,
} from './blocks.ts';
import { type Block, type Button, outdated, type Reply } from './reply.ts';

/** The reply to a member's question, which is repeated above the answer. */
export function answerReply(answer: Answer, question: string, knowledge: Knowledge): Reply {
  const repeated = questionBlock(question);
  return {
    blocks: [
      repeated.block,
      // The buttons below name the candidates already.
      ...(answer.outcome === 'unsure' ? [CHOOSE] : answerBlocks(answer, knowledge)),
      ...answerCitations(answer),
      ...(isSmallTalk(answer) ? [] : [asOf(knowledge.article)]),
    ],
    buttons: buttonsOf(answer, question),
    ...subject(answer),
    outcome: answer.outcome,
    ...(repeated.whole && isWorthSharing(answer) ? {} : { shareable: false as const }),
  };
}

/** Whether an answer is small talk, such as a greeting: a gap names it, and no fact is near. */
const isSmallTalk = (answer: Answer) =>
  answer.outcome === 'unknown' && answer.gap !== undefined && answer.nearest.length === 0;

/**
 * Whether others in the channel may learn something from an answer. A choice helps nobody but its asker, and neither
 * does small talk. A refusal is shared without the question, so it has to say by itself what the article lacks.
 */
const isWorthSharing = (answer: Answer) =>
  answer.outcome === 'found' ||
  (answer.outcome === 'unknown' && answer.gap !== undefined && answer.nearest.length > 0);

/** The reply that shows one fact, below the question that led to it or, without one, its first known question. */
export function factReply(desk: Desk, factId: string, question?: string): Reply {
  const found = desk.show(factId, question);
  if (!found) return outdated();
  return answerReply(found, question ?? capitalize(found.fact.questions[0] ?? factId), desk.knowledge);
}

/** The answer itself, without the question, the citations and the small print. */
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

/** The passages that an answer rests on. */
export function answerCitations(answer: Answer): Block[] {
  if (answer.outcome !== 'found') return [];
  const { fact, figure } = answer.correction ?? {};
  return citationBlocks(
    [answer.fact, fact, figure?.belongsTo, ...answer.also].filter((one) => one !== undefined),
  );
}

/** Corrects a false premise before anything else: with the answer itself, or with another fact above it. */
function foundBlocks(found: Found, { article }: Knowledge): Block[] {
  const { fact, items, correction, yesNo, also, unanswered = [], leftOver } = found;
  const isSetRightHere = correction?.fact.id === fact.id;
  // A correction has said "no" already.
  const word = correction && yesNo === 'no' ? undefined : yesNo;
  return [
    ...(correction ? correctionBlocks(correction, yesNo === 'no') : []),
    ...(correction && !isSetRightHere
      ? [...texts(correction.fact.claim), ...texts(describeAttribution(correction.fact, article))]
      : []),
    ...(isSetRightHere && !word ? [] : [{ kind: 'lead' as const, text: shortAnswer(fact, word, article) }]),
    ...texts(fact.claim),
    ...quotationBlocks(fact, article),
    ...(items.length > 0 ? [{ kind: 'list' as const, items: items.map((item) => item.claim) }] : []),
    ...texts(word === 'yes' ? describeBelowYes(fact, article) : describeAttribution(fact, article)),
    ...also.flatMap((other) => partBlocks(other, article)),
    ...unanswered.map((part): Block => ({ kind: 'text', text: describeUnanswered(part) })),
    ...leftOverBlocks(leftOver),
  ];
}

/** Says which parts of a question are beyond those that are answered at once. */
export const leftOverBlocks = (leftOver: string | undefined): Block[] =>
  texts(leftOver && `I answer ${MAX_PARTS} questions at a time. Please ask again: ${leftOver}`);

/** The answer to another part of the question. */
const partBlocks = (fact: Fact, article: Article): Block[] => [
  { kind: 'lead', text: fact.short },
  ...texts(fact.claim),
  ...quotationBlocks(fact, article),
  ...texts(describeAttribution(fact, article)),
];

/** Says of a part of the question that it has no answer. The part is named, since other parts have one. */
function describeUnanswered({ question, isUnsure, gap }: UnansweredPart): string {
  const asked = question
    .replace(/[?!.\s]+$/, '')
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  const part = `“${asked}?”`;
  if (isUnsure) return `${part} I'm not sure about that. Please ask it in a question of its own.`;
  return `${part} ${gap?.says ?? "The article doesn't say."}`;
}

const CHOOSE: Block = { kind: 'lead', text: "I'm not sure which of these you mean." };

const unsureBlocks = ({ candidates }: Unsure): Block[] => [
  CHOOSE,
  { kind: 'list', items: candidates.map(({ question }) => capitalize(question)) },
];

const unknownBlocks = ({ gap, isReason, unanswered = [], leftOver, nearest }: Unknown): Block[] => [
  { kind: 'lead', text: gap?.says ?? `The article doesn't say${isReason ? ' why' : ''}.` },
  ...unanswered.map((part): Block => ({ kind: 'text', text: describeUnanswered(part) })),
  ...leftOverBlocks(leftOver),
  ...(nearest.length > 0
    ? [...texts('What it does say:'), { kind: 'list' as const, items: nearest.map(withQuestion) }]
    : []),
];

function buttonsOf(answer: Answer, question: string): Button[] {
  switch (answer.outcome) {
    case 'found':
      return shownBeside(answer).map((fact) => factButton(fact));
    case 'unsure':
      return answer.candidates.map((candidate) => factButton(candidate.fact, candidate.question, question));
    case 'unknown':
      return answer.nearest.map((fact) => factButton(fact));
  }
}

/**
 * The facts beside the answer: the one that corrects a premise, if it is not the answer itself, and the related ones.
 */
function shownBeside({ fact, correction, related }: Found): Fact[] {
  const others = correction && correction.fact.id !== fact.id ? [correction.fact] : [];
  return [...others, ...related];
}

/** What an answer is about: two answers from the same facts say the same, and so do two refusals from one gap. */
function subject(answer: Answer): { subject?: string } {
  switch (answer.outcome) {
    case 'found':
      return { subject: subjectOf(answer, [answer.fact, ...answer.also]) };
    case 'unsure':
      return {};
    case 'unknown':
      return answer.gap ? { subject: subjectOf(answer, [answer.gap]) } : {};
  }
}

/** The facts or the gap that are told, and the parts that are said to be missing. */
const subjectOf = ({ unanswered = [] }: Found | Unknown, told: readonly { id: string }[]): string =>
  [...told.map(({ id }) => id), ...unanswered.map(({ gap, question }) => gap?.id ?? question)].join('+');

/** Says what is wrong in a question, what is right, and where a wrong figure belongs. The claim in full follows. */
function correctionBlocks({ fact, figure }: Correction, isNo: boolean): Block[] {
  const not = figure ? `not ${figure.text}` : 'not so';
  // "No, not so" would say it twice.
  const opening = isNo ? (figure ? `No, ${not}` : 'No') : capitalize(not);
  const isTold = figure !== undefined || isSentence(fact.short);
  return [
    { kind: 'lead', text: isTold ? sentence(`${opening}: ${fact.short}`) : `${opening}.` },
    ...texts(figure?.belongsTo && sentence(`${figure.text} is from: ${figure.belongsTo.short}`)),
  ];
}

/** The answer in a few words. For a yes/no question it begins with the word, and says so if only one side claims it. */
function shortAnswer(fact: Fact, yesNo: Found['yesNo'], article: Article): string {
  if (!yesNo) return fact.short;
  if (yesNo === 'no') return isSentence(fact.short) ? sentence(`No: ${fact.short}`) : 'No.';
  const yes = tellsStatus(fact.short, fact, article) ? 'Yes' : `Yes, ${describeSupport(fact, article)}`;
  return sentence(`${yes}. ${fact.short}`);
}

/** The attribution below a "Yes". It does not name the source a second time. */
function describeBelowYes(fact: Fact, article: Article): string {
  if (tellsStatus(fact.short, fact, article)) return describeAttribution(fact, article);
  if (fact.status === 'claimed') return 'The article does not confirm it.';
  const isSaidAbove = describeSupport(fact, article) === describeStatus(fact, article);
  return (isSaidAbove && fact.working) || describeAttribution(fact, article);
}

/** A short answer with its question beside it: "May 1, 2017" alone says nothing. */
const withQuestion = (fact: Fact) => `${capitalize(fact.questions[0] ?? fact.id)}: ${fact.short}`;
/** A text with a full stop at the end, unless it already ends with a mark. */
export const sentence = (text: string) => (/[.!?…]”?$/.test(text) ? text : `${text}.`);
const texts = (text: string | undefined): Block[] => (text ? [{ kind: 'text', text }] : []);
