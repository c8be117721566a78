// What the curators' page shows of a folder: its records as written in their files, and the unanswered questions.
import type { UnansweredQuestion } from '../bot/index.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { createSearch } from '../core/ranking/search.ts';
import { hash } from '../core/text/hash.ts';
import { wordingKey } from '../core/text/tokens.ts';
import type { Entry, Unanswered } from '../local/curate/index.ts';
import type { Unfound } from '../training/find-unfound.ts';
import { recordTexts } from './edit-records.ts';

/** The version of a file with this text. */
export const versionOf = (text: string): string => hash(text).toString(16);

/** A record as it may look in a file with faults. */
interface Loose {
  id?: unknown;
  draft?: unknown;
  short?: unknown;
  claim?: unknown;
  says?: unknown;
  questions?: unknown;
  status?: unknown;
  saidBy?: unknown;
  citations?: unknown;
}

/** The records of a file that can be edited: those with an id, and with lines of their own. */
export function entriesOf(path: string, data: unknown, text: string, unfound: readonly Unfound[]): Entry[] {
  if (!Array.isArray(data)) return [];
  const texts = recordTexts(text);
  const version = versionOf(text);
  return (data as Loose[]).flatMap((record) => {
    const yaml = typeof record?.id === 'string' ? texts.get(record.id) : undefined;
    if (yaml === undefined) return [];
    const citations = list(record.citations).flatMap((one) => {
      const { paragraph, excerpt } = (one ?? {}) as { paragraph?: unknown; excerpt?: unknown };
      return typeof paragraph === 'number' ? [{ paragraph, excerpt: String(excerpt ?? '') }] : [];
    });
    const { takenFor } = unfound.find(({ id }) => id === record.id) ?? {};
    return {
      id: String(record.id),
      path,
      version,
      kind: path.startsWith('gaps') ? 'gap' : record.draft === true ? 'draft' : 'fact',
      short: String(record.short ?? record.says ?? ''),
      claim: String(record.claim ?? ''),
      questions: list(record.questions).map(String),
      status: [record.status ?? [], list(record.saidBy)].flat().join(', '),
      citations,
      ...(unfound.some(({ id }) => id === record.id) ? { unfound: takenFor ? { takenFor } : {} } : {}),
      yaml,
    } satisfies Entry;
  });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Maximum number of unanswered questions on the page, and of records that are named for each. */
const SHOWN = 200;
const NEAR = 5;

/** The questions that belong to no record yet, with the records that share the most words with each. */
export function unansweredOf(
  asked: readonly UnansweredQuestion[],
  entries: readonly Entry[],
  knowledge: Knowledge | undefined,
): Unanswered[] {
  const common = [...(knowledge?.commonGaps ?? [])].flatMap((id) => knowledge?.gaps.get(id)?.questions ?? []);
  const known = new Set([...common, ...entries.flatMap(({ questions }) => questions)].map(wordingKey));
  const times = new Map<string, { question: string; times: number }>();
  for (const { question } of asked) {
    const key = wordingKey(question);
    if (known.has(key)) continue;
    times.set(key, { question, times: (times.get(key)?.times ?? 0) + 1 });
  }
  const search = createSearch(
    entries.map(({ id, questions, short, claim }) => ({
      id,
      fields: [{ text: `${questions.join(' ')} ${short} ${claim}`, weight: 1 }],
    })),
  );
  return [...times.values()]
    .sort((a, b) => b.times - a.times)
    .slice(0, SHOWN)
    .map((one) => ({ ...one, near: search.find(one.question, NEAR).map(({ id }) => id) }));
}
