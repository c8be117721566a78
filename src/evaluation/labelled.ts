// Questions and claims with what makes an answer to them right: patterns that must stand in the text that a member reads.
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
});

export type LabelledQuestion = z.infer<typeof LabelledQuestion>;

const LabelledClaim = z.object({
  id: z.string(),
  claim: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'not_in_source']),
  gold: Gold.optional(),
});

export type LabelledClaim = z.infer<typeof LabelledClaim>;

/** The labelled questions of a folder (`questions.jsonl`). @throws where the file or a line of it cannot be read */
export const readQuestions = (folder: string): Promise<LabelledQuestion[]> =>
  readLines(join(folder, 'questions.jsonl'), LabelledQuestion);

/** The labelled claims of a folder (`claims.jsonl`). @throws where the file or a line of it cannot be read */
export const readClaims = (folder: string): Promise<LabelledClaim[]> =>
  readLines(join(folder, 'claims.jsonl'), LabelledClaim);

async function readLines<T>(path: string, schema: { parse: (data: unknown) => T }): Promise<T[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((line) => (line.trim() ? [schema.parse(JSON.parse(line))] : []));
}

/** Whether every group of a gold standard has a pattern that the text meets; case is ignored. */
export const meets = (text: string, gold: z.infer<typeof Gold> = []): boolean =>
  gold.every((group) => group.some((pattern) => new RegExp(pattern, 'i').test(text)));
