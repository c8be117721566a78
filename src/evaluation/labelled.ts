// Labelled questions and claims. Their labels are patterns that must be in the text that a member reads.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Every group needs one of its patterns in the answer. */
const Gold = z.array(z.array(z.string()));

const LabelledQuestion = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.enum(['answerable', 'unanswerable', 'false-premise']),
  style: z.string(),
  gold: Gold.optional(),
  /** The right word for a yes/no question, where the article settles it. */
  word: z.enum(['yes', 'no']).optional(),
});

export type LabelledQuestion = z.infer<typeof LabelledQuestion>;

const LabelledClaim = z.object({
  id: z.string(),
  claim: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'not_in_source']),
  style: z.string().optional(),
  gold: Gold.optional(),
});

export type LabelledClaim = z.infer<typeof LabelledClaim>;

/** The labelled sets of this project: for development, and held out from it. */
export const LABELLED = {
  development: join(import.meta.dirname, '../../tests/development'),
  heldOut: join(import.meta.dirname, '../../tests/held-out'),
} as const;

/** The sets of a folder: in members' own style, and in the prose of news, explainers and comments. */
export type LabelledSet = 'members' | 'prose';

const PREFIX: Readonly<Record<LabelledSet, string>> = { members: '', prose: 'prose-' };

/** The labelled questions of a folder. @throws where the file or a line of it cannot be read */
export const readQuestions = (folder: string, set: LabelledSet = 'members'): Promise<LabelledQuestion[]> =>
  readLines(join(folder, `${PREFIX[set]}questions.jsonl`), LabelledQuestion);

/** The labelled claims of a folder. @throws where the file or a line of it cannot be read */
export const readClaims = (folder: string, set: LabelledSet = 'members'): Promise<LabelledClaim[]> =>
  readLines(join(folder, `${PREFIX[set]}claims.jsonl`), LabelledClaim);

/** A labelled example with the name of its set. */
export type InSet<T> = T & { set: LabelledSet };

/** The labelled questions of both sets of a folder. @throws where a file or a line of it cannot be read */
export const readAllQuestions = (folder: string): Promise<InSet<LabelledQuestion>[]> =>
  ofBoth(folder, readQuestions);

/** The labelled claims of both sets of a folder. @throws where a file or a line of it cannot be read */
export const readAllClaims = (folder: string): Promise<InSet<LabelledClaim>[]> => ofBoth(folder, readClaims);

async function ofBoth<T>(
  folder: string,
  read: (folder: string, set: LabelledSet) => Promise<T[]>,
): Promise<InSet<T>[]> {
  const of = async (set: LabelledSet) => (await read(folder, set)).map((one) => ({ ...one, set }));
  return [...(await of('members')), ...(await of('prose'))];
}

async function readLines<T>(path: string, schema: { parse: (data: unknown) => T }): Promise<T[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((line) => (line.trim() ? [schema.parse(JSON.parse(line))] : []));
}

/** Whether a text matches a pattern from every group of a gold standard. Case is ignored. */
export const meets = (text: string, gold: z.infer<typeof Gold> = []): boolean =>
  gold.every((group) => group.some((pattern) => new RegExp(pattern, 'i').test(text)));
