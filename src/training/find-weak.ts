// Finds the facts and gaps whose questions are hardest to recognize, which is where more wordings help most.
import type { RankedQuestion } from './fit-answering.ts';

export interface Weak {
  /** The fact or gap. */
  id: string;
  /** How many of its questions were held out, and for how many of those it was the likeliest. */
  heldOut: number;
  right: number;
  /** What the other questions were mistaken for, most frequent first, each with an example. */
  takenFor: readonly { id: string; count: number; question: string }[];
}

/**
 * Finds the facts and gaps with mistaken questions, weakest first. One of two questions mistaken says less than ten
 * of twenty, so both shares are counted with one more question of each kind.
 *
 * @param questions ranked by a ranker that was trained without them
 */
export function findWeak(questions: readonly RankedQuestion[]): Weak[] {
  const weak = new Map<string, Weak & { takenFor: { id: string; count: number; question: string }[] }>();
  for (const { id, text, ranked } of questions) {
    const one = weak.get(id) ?? { id, heldOut: 0, right: 0, takenFor: [] };
    weak.set(id, one);
    one.heldOut += 1;
    const likeliest = ranked[0]?.id;
    if (likeliest === id) one.right += 1;
    const other = one.takenFor.find((taken) => taken.id === likeliest);
    if (other) other.count += 1;
    else if (likeliest !== undefined && likeliest !== id)
      one.takenFor.push({ id: likeliest, count: 1, question: text });
  }
  const missed = ({ heldOut, right }: Weak) => (heldOut - right + 1) / (heldOut + 2);
  for (const { takenFor } of weak.values()) takenFor.sort((a, b) => b.count - a.count);
  return [...weak.values()]
    .filter(({ heldOut, right }) => right < heldOut)
    .sort((a, b) => missed(b) - missed(a) || b.heldOut - a.heldOut);
}
