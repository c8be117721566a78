// Gives a folder's own records precedence over those that are the same for every article.
import { wordingKey } from '../text/tokens.ts';
import { isCommon } from './knowledge-file.ts';
import type { RecordInFile, Records } from './records.ts';
import type { Wordings, Words } from './schema.ts';

export const KINDS_OF_WORDING = ['asked', 'falsePremise', 'supported', 'contradicted', 'claimed'] as const;

/**
 * Removes the common records that a folder's own records replace: a gap whose id is taken, with its wordings, and
 * every question or wording that belongs to something else. The folder's own records come first.
 */
export function preferOwn(records: Records): Records {
  const isOwn = ({ file }: Pick<RecordInFile<unknown>, 'file'>) => !isCommon(file);
  const sorted = <T extends Pick<RecordInFile<unknown>, 'file'>>(
    placed: readonly T[],
  ): [own: T[], common: T[]] => [placed.filter(isOwn), placed.filter((one) => !isOwn(one))];
  const [gaps, commonGaps] = sorted(records.gaps);
  const [wordings, commonWordings] = sorted(records.wordings);
  const named = [...records.facts, ...records.drafts, ...gaps];
  const ids = new Set(named.map(({ id }) => id));
  const texts = new Set(
    [
      ...[...records.facts, ...gaps].flatMap(({ record }) => record.questions),
      ...wordings.flatMap(({ record }) => KINDS_OF_WORDING.flatMap((kind) => record[kind])),
    ].map(wordingKey),
  );
  const isFree = (text: string) => !texts.has(wordingKey(text));
  return {
    ...records,
    words: sorted(records.words).flat(),
    gaps: [
      ...gaps,
      ...commonGaps
        .filter(({ id }) => !ids.has(id))
        .map((gap) => ({
          ...gap,
          record: { ...gap.record, questions: gap.record.questions.filter(isFree) },
        })),
    ],
    wordings: [
      ...wordings,
      ...commonWordings
        .filter(({ id }) => !ids.has(id))
        .map((one) => ({ ...one, record: mapWordings((kind) => one.record[kind].filter(isFree)) })),
    ],
  };
}

const mapWordings = (listOf: (kind: keyof Wordings) => string[]): Wordings => ({
  asked: listOf('asked'),
  falsePremise: listOf('falsePremise'),
  supported: listOf('supported'),
  contradicted: listOf('contradicted'),
  claimed: listOf('claimed'),
});

/** The wordings of each fact and gap by its id. A common gap may also have wordings from the folder itself. */
export function joinWordings(placed: readonly RecordInFile<Wordings>[]): Map<string, Wordings> {
  const joined = new Map<string, Wordings>();
  for (const { id, record } of placed) {
    const first = joined.get(id);
    joined.set(id, first ? mapWordings((kind) => [...first[kind], ...record[kind]]) : record);
  }
  return joined;
}

/** Merges the words of several files. A word has the meaning that the first file gives it. */
export function joinWords(files: readonly Words[]): Words {
  const known = new Set<string>();
  const same = files.flatMap((words) => {
    const groups = words.same
      .map((group) => group.filter((phrase) => !known.has(wordingKey(phrase))))
      .filter(({ length }) => length > 1);
    for (const phrase of words.same.flat()) known.add(wordingKey(phrase));
    return groups;
  });
  return {
    same,
    short: Object.assign({}, ...files.map(({ short }) => short).reverse()),
    opposites: files.flatMap(({ opposites }) => opposites),
    antonyms: files.flatMap(({ antonyms }) => antonyms),
    negations: [...new Set(files.flatMap(({ negations }) => negations))],
  };
}
