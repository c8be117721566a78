// Drafts a fact from a passage that a person selected in a paragraph.
import { type Draft, EXCERPT_WORDS } from '../core/knowledge/schema.ts';
import { type DraftedFact, type DraftOptions, draftFacts } from './draft-facts.ts';
import { createIds, toIdWords } from './draft-record.ts';
import type { NamedParty } from './name-speakers.ts';

/**
 * Drafts one fact with all figures, dates, names and questions of a passage. If it has none, the draft is only a
 * citation.
 *
 * @param paragraphs the paragraphs of the article
 * @param paragraph the number of the paragraph with the passage, from 1
 * @param passage the selected text, word for word; its first twelve words are cited
 * @returns the draft, and the speakers that are not known parties yet; undefined if the passage is not in the
 *   paragraph
 */
export function draftPassage(
  paragraphs: readonly string[],
  paragraph: number,
  passage: string,
  options: Pick<DraftOptions, 'day' | 'parties' | 'taken'>,
): (DraftedFact & { parties: NamedParty[] }) | undefined {
  const start = paragraphs[paragraph - 1]?.indexOf(passage) ?? -1;
  if (start < 0) return undefined;
  const within = { paragraph, start, end: start + passage.length };
  const { drafts, parties } = draftFacts(paragraphs.slice(0, paragraph), { ...options, within });
  const [first] = drafts;
  const excerpt = passage.split(/\s+/).slice(0, EXCERPT_WORDS).join(' ');
  const words = toIdWords(passage);
  const base = words.length > 0 ? words.join('-') : `paragraph-${paragraph}`;
  const record: DraftedFact['record'] = {
    id: createIds(options.taken?.ids ?? [])(base),
    draft: true,
    short: '',
    claim: '',
    status: 'stated',
    ...first?.record,
    citations: [{ paragraph, excerpt }],
    values: distinct(drafts.flatMap(({ record: { values } }) => values)),
    questions: drafts.flatMap(({ record: { questions } }) => questions),
    related: [],
  };
  const speaking = new Set(record.saidBy ?? []);
  return {
    topic: first?.topic ?? 'statements',
    record,
    parties: parties.filter(({ id }) => speaking.has(id)),
  };
}

/** The values without repetitions. */
function distinct(values: Draft['values']): Draft['values'] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
