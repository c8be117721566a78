// Measures how long it takes to group a long list of unanswered questions, and how long other work has to wait
// meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Desk, groupUnanswered } from '../src/bot/index.ts';

const NANOSECONDS = 1e6;

/** The results; times in milliseconds. */
export interface Grouping {
  /** Grouping the list for the first time, and once more. */
  first: number;
  again: number;
  /** The longest time for which the first grouping blocked the event loop. */
  held: number;
  /** The longest time that a single question takes. */
  longestQuestion: number;
}

/**
 * Measures the grouping of a list.
 *
 * @param questions are typed in turn, with a number at the end
 * @param count number of entries
 * @param different how many of them differ
 */
export async function measureGrouping(
  desk: Desk,
  questions: readonly string[],
  count: number,
  different: number,
): Promise<Grouping> {
  const typed = Array.from({ length: different }, (_, i) => `${questions[i % questions.length]} ${i}`);
  const entries = Array.from({ length: count }, (_, i) => ({
    day: '2026-03-01',
    question: typed[i % different] ?? '',
  }));
  let longestQuestion = 0;
  const timed: Desk = {
    ...desk,
    ask(question) {
      const start = performance.now();
      const answer = desk.ask(question);
      longestQuestion = Math.max(longestQuestion, performance.now() - start);
      return answer;
    },
  };
  const group = async () => {
    const start = performance.now();
    await groupUnanswered(entries, timed);
    return performance.now() - start;
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const first = await group();
  delay.disable();
  return { first, again: await group(), held: delay.max / NANOSECONDS, longestQuestion };
}
