// Sorts what was asked in vain by the fact or gap it comes nearest to, with the YAML that would answer it.
import type { Answer } from '../core/answer.ts';
import type { Desk } from '../core/desk.ts';
import type { UnansweredQuestion } from './deidentify.ts';

/** Wordings that belong together, the most asked first. */
export interface UnansweredGroup {
  /** Where it belongs, in words: "near the fact yes-share". */
  title: string;
  /** The file and place that the snippet goes to. */
  place: string;
  wordings: readonly { question: string; times: number }[];
  /** How often all of them were asked together. */
  times: number;
  /** The last day that one of them was asked. */
  last: string;
  /** YAML of the first so many wordings, or of all, ready to paste. */
  snippet(most?: number): string;
}

/** The groups by how often they were asked, the most asked first; each question is asked of the desk anew. */
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
        snippet: (most = wordings.length) =>
          target.snippet(wordings.slice(0, most).map(({ question }) => question)),
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
      title: nearest[0] ? `unknown, near the fact ${nearest[0].id}` : 'near nothing that is known',
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

/** A gap with its id and sentence left to the curator: empty, they fail the check until they are filled in. */
const newGap = (questions: readonly string[], nearest: string | undefined) =>
  ['- id: ""', '  says: ""', `  nearest: [${nearest ?? ''}]`, '  questions:', lines(questions)].join('\n');
