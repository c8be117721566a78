// Applies a curator's change to the texts of the files. Nothing is read or written here.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { isWholeDay } from '../core/text/read-dates.ts';
import { tokenize } from '../core/text/tokens.ts';
import { draftPassage } from '../drafting/draft-passage.ts';
import { toldConcepts } from '../drafting/draft-told.ts';
import type { Change } from '../local/curate/index.ts';
import {
  commentAbove,
  recordText,
  recordTexts,
  scalar,
  withCommentAbove,
  withoutMark,
  withoutRecord,
  withRecord,
  withWritten,
} from './edit-records.ts';
import { mergedRecord } from './merge-records.ts';
import { mergedWordings } from './merge-wordings.ts';
import { OperatorError } from './operator-error.ts';
import { withConcepts, withParties, withRecords } from './write-drafts.ts';
import { withItems, withoutReference, withReference, withTexts } from './yaml-lists.ts';

/** The texts of files by their paths, relative to the folder. */
export type Texts = ReadonlyMap<string, string>;

/** Whether the records of a file can be edited. */
export const isEdited = (path: string): boolean => /^(?:facts\/.+|facts|gaps\/.+|gaps)\.yaml$/.test(path);

/** Changes that only need the texts. A new fact has to be drafted first. */
export type TextChange = Exclude<Change, { do: 'draft' }>;

/**
 * Applies a change.
 *
 * @returns the changed texts by their paths, in the order in which they have to be written so that nothing is lost in
 *   between
 * @throws {OperatorError} if the change cannot be made, with what to do
 */
export function changedTexts(texts: Texts, how: TextChange): Map<string, string> {
  switch (how.do) {
    case 'take':
      return edited(texts, how, (text) => {
        const written = withWritten(withoutMark(recordText(text, how.id) ?? ''), how);
        return withRecord(text, how.id, withTexts(written, 'questions', how.questions));
      });
    case 'edit':
      return edited(texts, how, (text) => withRecord(text, how.id, how.yaml));
    case 'drop':
      return dropped(texts, how);
    case 'add question':
      return edited(texts, how, (text) => withRecord(text, how.id, withQuestion(text, how)));
    case 'merge':
      return merged(texts, how);
    case 'add gap':
      return withGap(texts, how);
  }
}

/**
 * Adds a draft of a passage after the others of its kind, and adds its speakers to article.yaml.
 *
 * @returns the changed texts by their paths
 * @throws {OperatorError} if the passage is not in the paragraph
 */
export function withDraft(
  { paragraph, passage }: Change & { do: 'draft' },
  texts: Texts,
  knowledge: Knowledge,
  paragraphs: readonly string[],
): Map<string, string> {
  const { article, facts, drafts, gaps } = knowledge;
  const records = [...facts.values(), ...drafts.values()];
  const all = [...records, ...gaps.values()];
  const drafted = draftPassage(paragraphs, paragraph, passage, {
    day: article.date && isWholeDay(article.date) ? article.date : undefined,
    parties: article.parties,
    taken: { ids: all.map(({ id }) => id), questions: all.flatMap(({ questions }) => questions) },
  });
  if (!drafted)
    throw new OperatorError(`The passage is not in paragraph ${paragraph}. Select it in one paragraph.`);
  const { topic, record, parties } = drafted;
  const near = records.filter(({ citations }) => citations.some((one) => one.paragraph === paragraph));
  const related = near.slice(0, RELATED).map(({ id }) => id);
  const files = [...texts.keys()].filter((path) => /^facts(?:\/.+)?\.yaml$/.test(path));
  const path = files.find((one) => one === `facts/${topic}.yaml`) ?? files[0] ?? `facts/${topic}.yaml`;
  const about = texts.get('article.yaml');
  const changed: [string, string][] =
    parties.length > 0 && about !== undefined ? [['article.yaml', withParties(about, parties)]] : [];
  const concepts = toldConcepts([record]);
  if (concepts.length > 0)
    changed.push(['concepts.yaml', withConcepts(texts.get('concepts.yaml') ?? '', concepts)]);
  return new Map([...changed, [path, withRecords(texts.get(path) ?? '', [{ ...record, related }])]]);
}

/** Maximum number of facts that a new one is related to. */
const RELATED = 3;

const textOf = (texts: Texts, path: string): string => {
  const text = isEdited(path) ? texts.get(path) : undefined;
  if (text === undefined) throw new OperatorError(`There is no file ${path} in the folder any more.`);
  return text;
};

const edited = (texts: Texts, { path }: { path: string }, edit: (text: string) => string) =>
  new Map([[path, edit(textOf(texts, path))]]);

const withQuestion = (text: string, { id, question }: { id: string; question: string }): string =>
  withItems(recordText(text, id) ?? '', 'questions', [{ value: question, lines: `- ${scalar(question)}` }]);

/** Removes a record, and every mention of it as related or near. Other references to it stay, and are reported. */
function dropped(texts: Texts, { path, id }: { path: string; id: string }): Map<string, string> {
  // The records that refer to it are written first.
  const result = inOrder(texts, path, 'last').set(path, withoutRecord(textOf(texts, path), id));
  for (const [at, text] of result)
    if (isEdited(at) && text.includes(id)) result.set(at, withoutReference(text, id));
  return changesOf(texts, result);
}

function inOrder(texts: Texts, path: string, at: 'first' | 'last'): Map<string, string> {
  const own = [...texts].filter(([one]) => one === path);
  const others = [...texts].filter(([one]) => one !== path);
  return new Map(at === 'first' ? [...own, ...others] : [...others, ...own]);
}

const changesOf = (before: Texts, after: Texts) =>
  new Map([...after].filter(([at, text]) => before.get(at) !== text));

/** Merges two facts into one. Whatever referred to the one that goes refers to the one that stays. */
function merged(texts: Texts, { path, id, into, short, claim }: TextChange & { do: 'merge' }) {
  if (id === into.id) throw new OperatorError('A fact cannot be merged into itself.');
  if ([path, into.path].some((one) => one.startsWith('gaps')))
    throw new OperatorError('Only facts are merged. The questions of a gap are moved one by one.');
  const source = textOf(texts, path);
  const other = recordText(source, id);
  const own = recordText(textOf(texts, into.path), into.id);
  if (other === undefined || own === undefined)
    throw new OperatorError(`There is no "${other === undefined ? id : into.id}" any more.`);
  const { yaml, comments } = mergedRecord(own, other, [into.id, id], { short, claim });
  // The fact that stays is written before the other one is removed.
  const result = inOrder(inOrder(texts, path, 'last'), into.path, 'first');
  result.set(path, withoutRecord(source, id));
  const rest = withRecord(result.get(into.path) ?? '', into.id, yaml);
  result.set(into.path, withCommentAbove(rest, into.id, [...commentAbove(source, id), ...comments]));
  for (const [at, text] of result) {
    const isReferring = isEdited(at) || at === 'article.yaml';
    if (isReferring && text.includes(id)) result.set(at, withReference(text, id, into.id));
  }
  const wordings = new Map([...texts].filter(([at]) => at.startsWith('wordings/')));
  for (const [at, text] of mergedWordings(wordings, id, into.id)) result.set(at, text);
  return changesOf(texts, result);
}

function withGap(texts: Texts, { id, says, questions, nearest }: TextChange & { do: 'add gap' }) {
  const path = [...texts.keys()].find((one) => /^gaps(?:\/.+)?\.yaml$/.test(one)) ?? 'gaps.yaml';
  const taken = new Set(
    [...texts].flatMap(([at, text]) => (isEdited(at) ? [...recordTexts(text).keys()] : [])),
  );
  const gap = { id: id || freeId(questions[0] ?? says, taken), says, nearest, questions };
  return new Map([[path, withRecords(texts.get(path) ?? '', [gap])]]);
}

/** Maximum number of words in an id. */
const ID_WORDS = 4;

/** An id made from the words of a text, with a number if it is taken. */
function freeId(text: string, taken: ReadonlySet<string>): string {
  const words = tokenize(text).filter((word) => /^[a-z]{3,}$/.test(word) && !COMMON.has(word));
  const base = words.slice(0, ID_WORDS).join('-') || 'gap';
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** Words that say nothing about the subject of a question. */
const COMMON = new Set(
  'the and was were did does how what when where which who why that this with for are'.split(' '),
);
