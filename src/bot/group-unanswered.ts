// Groups the unanswered questions by the nearest fact or gap, with YAML that a curator can paste.
import type { Answer } from '../core/answer.ts';
import type { Desk } from '../core/desk.ts';
import type { UnansweredQuestion } from './deidentify.ts';

/** Wordings that belong to one fact or gap, the most frequent first. */
export interface UnansweredGroup {
  /** Where the group belongs, in words: "near the fact yes-share". */
  title: string;
  /** The file and the place in it where the snippet goes. */
  place: string;
  wordings: readonly { question: string; times: number }[];
  /** How often its questions were asked in total. */
  times: number;
  /** The last day on which one of them was asked. */
  last: string;
  /** YAML for the first `limit` wordings, or for all of them, ready to paste. */
  snippet(limit?: number): string;
}

/** The groups, the most frequent first. The desk is asked each question again, with the knowledge of today. */
export function groupUnanswered(entries: readonly UnansweredQuestion[], desk: Desk): UnansweredGroup[] {
  const groups = new Map<string, { target: Target; entries: UnansweredQuestion[] }>();
  for (const entry of entries) {
    const target = targetOf(desk.ask(entry.question));
    const group = groups.get(target.title) ?? { target, entries: [] };
    group.entries.push(entry);
    groups.set(target.title, group);
  }
  return [...groups.values()]
    .map(({ target, entries }) => {
      const counts = new Map<string, number>();
      for (const { question } of entries) counts.set(question, (counts.get(question) ?? 0) + 1);
      const wordings = [...counts]
        .map(([question, times]) => ({ question, times }))
        .sort((a, b) => b.times - a.times);
      return {
        title: target.title,
        place: target.place,
        wordings,
        times: entries.length,
        last: entries.at(-1)?.day ?? '',
        snippet: (limit = wordings.length) =>
          target.snippet(wordings.slice(0, limit).map(({ question }) => question)),
      };
    })
    .sort((a, b) => b.times - a.times);
}

interface Target {
  title: string;
  place: string;
  snippet(questions: readonly string[]): string;
}

function targetOf(answer: Answer): Target {
  if (answer.outcome === 'unknown') {
    const { gap, nearest } = answer;
    if (gap)
      return { title: `the gap ${gap.id}`, place: `gaps.yaml, "${gap.id}", under questions`, snippet: lines };
    return {
      title: nearest[0] ? `unknown, near the fact ${nearest[0].id}` : 'near no fact or gap',
      place: 'gaps.yaml, as a new gap',
      snippet: (questions) => newGap(questions, nearest[0]?.id),
    };
  }
  const fact = answer.outcome === 'found' ? answer.fact : answer.candidates[0]?.fact;
  return {
    title: `${answer.outcome === 'found' ? 'answered by' : 'not sure of'} the fact ${fact?.id}`,
    place: `facts/${fact?.topic}.yaml, "${fact?.id}", under questions`,
    snippet: lines,
  };
}

// A JSON string is a YAML string too.
const lines = (questions: readonly string[]) =>
  questions.map((question) => `    - ${JSON.stringify(question)}`).join('\n');

/** A new gap. Its id and sentence are empty, so that the check fails until the curator fills them in. */
const newGap = (questions: readonly string[], nearest: string | undefined) =>
  ['- id: ""', '  says: ""', `  nearest: [${nearest ?? ''}]`, '  questions:', lines(questions)].join('\n');
