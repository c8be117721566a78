// Finds facts and gaps whose questions are mistaken for one another. A curator may want to move or reword these.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { RankedQuestion } from './fit-answering.ts';

export interface Clash {
  /** The fact or gap that the questions belong to. */
  id: string;
  /** The gap or fact that they are mistaken for. */
  takenFor: string;
  questions: readonly string[];
}

/** Minimum probability at which a question counts as mistaken for another record's. */
const TAKEN = 0.5;

/** Minimum number of questions in a clash, since a few are always mistaken. */
const MIN_QUESTIONS = 3;

/**
 * Facts and gaps that clash, those with the most questions first. Two facts never count as a clash, since both usually
 * answer.
 *
 * @param questions ranked by a ranker that was trained without them
 */
export function findClashes({ facts }: Knowledge, questions: readonly RankedQuestion[]): Clash[] {
  const clashes = new Map<string, Clash & { questions: string[] }>();
  for (const { id, text, ranked } of questions) {
    const [likeliest] = ranked;
    if (!likeliest || likeliest.probability < TAKEN) continue;
    if (facts.has(likeliest.id) === facts.has(id)) continue;
    const key = `${id} ${likeliest.id}`;
    const clash = clashes.get(key) ?? { id, takenFor: likeliest.id, questions: [] };
    clash.questions.push(text);
    clashes.set(key, clash);
  }
  return [...clashes.values()]
    .filter(({ questions }) => questions.length >= MIN_QUESTIONS)
    .sort((a, b) => b.questions.length - a.questions.length);
}
