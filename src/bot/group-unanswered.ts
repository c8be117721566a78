// Groups the unanswered questions by the nearest fact or gap, with YAML that a curator can paste.
import type { Answer } from '../core/asking/answer.ts';
import type { Desk } from '../core/desk.ts';
import type { Fact, Gap } from '../core/knowledge/schema.ts';
import { wordingKey } from '../core/text/tokens.ts';
import { othersTurn } from './others-turn.ts';
import type { UnansweredQuestion } from './unanswered-list.ts';

/** A question, as several people typed it. */
export interface Wording {
  question: string;
  times: number;
  /** Whether the fact or gap that it belongs to lacks it among its questions. */
  isNew: boolean;
}

/** Questions that belong to one fact or gap. */
export interface UnansweredGroup {
  /** A key that stays the same from one grouping to the next: "gap outcome". */
  key: string;
  /** What its questions are closest to, in words, for a reader who knows no ids. */
  title: string;
  /** The most frequent first. */
  wordings: readonly Wording[];
  /** Number of times that its questions were asked in total. */
  times: number;
  /** The last day on which one of them was asked. */
  last: string;
  /** The YAML to paste; missing if no wording is new. */
  paste?: Paste;
}

export interface Paste {
  /** The file and the place in it. */
  place: string;
  /** How many wordings are new. */
  count: number;
  /** YAML for the most frequent `limit` of them, or for all. */
  snippet(limit?: number): string;
}

/** Where a question belongs. */
interface Target {
  key: string;
  title: string;
  place: string;
  /** The fact or gap that may get the question. */
  record?: Fact | Gap;
  /** The nearest facts for a new gap; missing if no new gap is needed. */
  newGapNear?: readonly string[];
}

/** Where one question belongs, and whether it is new there. */
interface Assignment {
  target: Target;
  isNew: boolean;
}

interface Group {
  target: Target;
  wordings: Wording[];
  last: string;
}

/** Number of questions whose target is remembered for a desk, beyond which they are forgotten. */
const MAX_REMEMBERED = 100_000;

/** Number of entries or remembered wordings, about a millisecond of work, after which other work gets its turn. */
const PIECE = 1_000;

/** Where each question belongs according to a desk, so that the desk is asked only once. */
const placedBy = new WeakMap<Desk, Map<string, Assignment>>();

/**
 * Groups the questions, most frequent group first. The desk is asked each question again, with today's knowledge.
 * Other work gets its turn between two questions, and between chunks of mere counting.
 *
 * @param progress called with the number of different questions that the desk has answered, and their total
 */
export async function groupUnanswered(
  entries: readonly UnansweredQuestion[],
  desk: Desk,
  progress: (done: number, total: number) => void = () => {},
): Promise<UnansweredGroup[]> {
  const wordings = new Map<string, { question: string; times: number; last: string }>();
  for (const [i, { question, day }] of entries.entries()) {
    if (i % PIECE === 0) await othersTurn();
    const wording = wordings.get(question) ?? { question, times: 0, last: day };
    wordings.set(question, { question, times: wording.times + 1, last: latest(wording.last, day) });
  }
  const remembered = rememberedBy(desk);
  const groups = new Map<string, Group>();
  let done = 0;
  for (const { question, times, last } of wordings.values()) {
    const known = remembered.get(question);
    const { target, isNew } = known ?? place(question, desk);
    remembered.set(question, { target, isNew });
    const group = groups.get(target.key) ?? { target, wordings: [], last };
    group.wordings.push({ question, times, isNew });
    group.last = latest(group.last, last);
    groups.set(target.key, group);
    progress(done, wordings.size);
    done += 1;
    if (!known || done % PIECE === 0) await othersTurn();
  }
  return [...groups.values()].map(toGroup).sort((a, b) => b.times - a.times);
}

function toGroup({ target, wordings, last }: Group): UnansweredGroup {
  const { key, title } = target;
  const sorted = wordings.sort((a, b) => b.times - a.times);
  const times = wordings.reduce((sum, wording) => sum + wording.times, 0);
  return { key, title, wordings: sorted, times, last, ...pasteOf(target, sorted) };
}

const latest = (one: string, other: string) => (one > other ? one : other);

function rememberedBy(desk: Desk): Map<string, Assignment> {
  const remembered = placedBy.get(desk) ?? new Map<string, Assignment>();
  if (remembered.size > MAX_REMEMBERED) remembered.clear();
  placedBy.set(desk, remembered);
  return remembered;
}

function place(question: string, desk: Desk): Assignment {
  const target = toTarget(desk.ask(question), desk);
  const key = wordingKey(question);
  return { target, isNew: !target.record?.questions.some((known) => wordingKey(known) === key) };
}

function toTarget(answer: Answer, { knowledge }: Desk): Target {
  switch (answer.outcome) {
    case 'found':
      return {
        key: `fact ${answer.fact.id}`,
        title: `Answered, but not to the point: ${answer.fact.short}`,
        place: placeIn(answer.fact),
        record: answer.fact,
      };
    case 'unsure': {
      const facts = answer.candidates.map(({ fact }) => fact);
      const [guess] = facts;
      return {
        key: `guess ${guess?.id}`,
        title: `Only a guess: ${guess?.short}`,
        place: `gaps.yaml, as a new gap; or only the questions, if "${guess?.id}" answers them, into ${guess && placeIn(guess)}`,
        newGapNear: facts.map(({ id }) => id),
      };
    }
    case 'unknown': {
      const { gap, nearest } = answer;
      if (gap)
        return {
          key: `gap ${gap.id}`,
          title: gap.says,
          place: knowledge.commonGaps.has(gap.id)
            ? `wordings/gaps.yaml, "${gap.id}", under asked`
            : `gaps.yaml, "${gap.id}", under questions`,
          record: gap,
        };
      const [guess] = nearest;
      return {
        key: `far ${guess?.id ?? ''}`,
        title: guess ? `Nothing close; a distant guess: ${guess.short}` : 'Nothing close',
        place: 'gaps.yaml, as a new gap',
        newGapNear: guess ? [guess.id] : [],
      };
    }
  }
}

const placeIn = ({ id, topic }: Fact) => `facts/${topic}.yaml, "${id}", under questions`;

function pasteOf({ place, newGapNear }: Target, wordings: readonly Wording[]): { paste?: Paste } {
  const fresh = wordings.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return {};
  const snippet = (limit = fresh.length) => {
    const lines = fresh.slice(0, limit).map(({ question }) => `    - ${JSON.stringify(question)}`);
    return (newGapNear ? [...newGap(newGapNear), ...lines] : lines).join('\n');
  };
  return { paste: { place, count: fresh.length, snippet } };
}

/** The head of a new gap. Its id and sentence are empty, so that the check fails until the curator fills them in. */
const newGap = (nearest: readonly string[]) => [
  '- id: ""',
  '  says: ""',
  `  nearest: [${nearest.join(', ')}]`,
  '  questions:',
];
