// Drafts facts from an article: one for each figure, date and quotation of a sentence, and one for each other clause.
import type { Draft } from '../core/knowledge/schema.ts';
import { wordingKey } from '../core/text/tokens.ts';
import { clauseAround, fromFigure } from './clauses.ts';
import type { Span } from './cut-excerpt.ts';
import { type Item, readItems } from './draft-items.ts';
import { createIds, recordOf } from './draft-record.ts';
import { findSpeaking, reporterOf, type Speaking, speakerOf } from './find-speakers.ts';
import { createSpeakerNames, type NamedParty } from './name-speakers.ts';
import { readParagraph, type Sentence } from './read-paragraph.ts';

/** What a draft is about. It decides which topic the draft goes into. */
export type DraftTopic = 'numbers' | 'dates' | 'quotes' | 'statements';

export interface DraftedFact {
  topic: DraftTopic;
  record: Omit<Draft, 'topic'>;
}

export interface DraftOptions {
  /** The article's own day as YYYY-MM-DD, which "tomorrow" is relative to. Without it, relative dates are left out. */
  day?: string | undefined;
  /** The parties of article.yaml. */
  parties?: readonly NamedParty[];
  /** Numbers of paragraphs, from 1, that are read but not drafted. */
  done?: ReadonlySet<number>;
  /** The only passage to draft, if given: its place in a paragraph, which counts from 1. */
  within?: Span & { paragraph: number };
  /** Called with the number of paragraphs read so far. */
  onProgress?: (read: number, total: number) => void;
  /** Ids and questions that are already in use. */
  taken?: { ids: Iterable<string>; questions: Iterable<string> };
}

/** Maximum number of related drafts. */
const RELATED = 3;

/**
 * Drafts facts from an article. The same text always gives the same drafts.
 *
 * @param paragraphs the paragraphs of the article, in order
 * @returns the drafts in the order of the text, and the speakers that are not known parties yet
 */
export function draftFacts(
  paragraphs: readonly string[],
  {
    day,
    parties = [],
    done = new Set(),
    within,
    onProgress = () => {},
    taken = { ids: [], questions: [] },
  }: DraftOptions = {},
): { drafts: DraftedFact[]; parties: NamedParty[] } {
  const names = createSpeakerNames(parties);
  const toId = createIds(taken.ids);
  const questions = new Set([...taken.questions].map(wordingKey));
  const drafts: DraftedFact[] = [];
  let year: string | undefined;
  let lastQuoted: NamedParty | undefined;

  for (const [i, paragraph] of paragraphs.entries()) {
    // In an article about one day, a year applies only to its own paragraph. The next one may be about the article's
    // year again.
    if (day !== undefined) year = undefined;
    const own: DraftedFact[] = [];
    for (const sentence of readParagraph(paragraph)) {
      const speaking = findSpeaking(sentence);
      const partyOf = nameSpeakers(sentence, paragraph, speaking, names);
      const text = paragraph.slice(sentence.start, sentence.end);
      const { items, quantities, year: given } = readItems(sentence, text, speaking, day, year);
      year = given ?? year;
      if (done.has(i + 1) || (within && within.paragraph !== i + 1)) continue;
      for (const item of items) {
        if (within && (item.span.start >= within.end || item.span.end <= within.start)) continue;
        const teller = item.kind === 'quotation' ? item.speaking : reporterOf(sentence, speaking, item.span);
        const isContinued = item.kind === 'quotation' && !item.speaking && item.isWhole;
        const party = teller ? partyOf.get(teller) : isContinued ? lastQuoted : undefined;
        if (item.kind === 'quotation') lastQuoted = party ?? lastQuoted;
        const around = clauseAround(sentence, speaking, item.span, item.kind === 'date');
        const clause = item.kind === 'number' ? fromFigure(around, item.span, quantities, sentence) : around;
        const record = recordOf(item, { paragraph, number: i + 1, sentence, clause, party, toId });
        record.questions = record.questions.filter((question) => {
          const key = wordingKey(question);
          const isNew = key !== '' && !questions.has(key);
          questions.add(key);
          return isNew;
        });
        own.push({ topic: TOPICS[item.kind], record });
      }
    }
    for (const [at, { record }] of own.entries())
      record.related = [...own.slice(at + 1), ...own.slice(0, at)]
        .slice(0, RELATED)
        .map(({ record: { id } }) => id);
    drafts.push(...own);
    onProgress(i + 1, paragraphs.length);
  }
  return { drafts, parties: [...names.found] };
}

const TOPICS: Readonly<Record<Item['kind'], DraftTopic>> = {
  quotation: 'quotes',
  number: 'numbers',
  date: 'dates',
  statement: 'statements',
};

/** Names everybody who speaks in a sentence, in the order of the text: "he" is whoever spoke last. */
function nameSpeakers(
  sentence: Sentence,
  paragraph: string,
  speaking: readonly Speaking[],
  names: ReturnType<typeof createSpeakerNames>,
): ReadonlyMap<Speaking, NamedParty | undefined> {
  const { tokens } = sentence;
  const party = new Map<Speaking, NamedParty | undefined>();
  let at = sentence.start;
  for (const one of speaking.toSorted((a, b) => a.speaker.from - b.speaker.from)) {
    const start = tokens[one.speaker.from]?.start ?? at;
    const end = tokens[one.speaker.to - 1]?.end ?? start;
    names.mention(paragraph.slice(at, start));
    at = Math.max(at, start);
    // Somebody who reports nothing is named only if the sentence quotes them.
    const isQuoted = sentence.quotations.some((span) => speakerOf(span, sentence, speaking) === one);
    if (one.reports || isQuoted) party.set(one, names.nameOf(paragraph.slice(start, end)));
  }
  names.mention(paragraph.slice(at, sentence.end));
  return party;
}
