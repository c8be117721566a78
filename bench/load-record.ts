// Records every interaction of a load from the wire: when it was sent, when it was answered, and how often.
import type { LocalDiscord, WireEntry } from '../src/local/server/index.ts';
import { at } from './rounds.ts';

/** Milliseconds after which Discord drops an answer. */
const RESPONSE_WINDOW = 3_000;

export interface Summary {
  count: number;
  /** Milliseconds from INTERACTION_CREATE until the first response arrived. */
  p50: number;
  p99: number;
  max: number;
  /** Interactions without a response that Discord would have accepted. */
  lost: number;
  /** Interactions with more than one response. */
  doubled: number;
}

interface Sent {
  kind: string;
  at: number;
  answered: number[];
}

export interface LoadRecord {
  /** Sums up the interactions sent since the last call, by kind and overall. */
  take(): { all: Summary; kinds: Record<string, Summary> };
}

/** Begins to record. */
export function recordLoad(local: LocalDiscord): LoadRecord {
  const sent = new Map<string, Sent>();
  local.on('wire', (entry) => {
    const { interactionId: id } = entry;
    if (id === null) return;
    if (entry.kind === 'gateway') sent.set(id, { kind: kindOf(entry.data), at: entry.at, answered: [] });
    else if (isAnswer(entry)) sent.get(id)?.answered.push(entry.at);
  });
  return {
    take() {
      const taken = [...sent.values()];
      sent.clear();
      const kinds = [...new Set(taken.map(({ kind }) => kind))].sort();
      return {
        all: summaryOf(taken),
        kinds: Object.fromEntries(
          kinds.map((kind) => [kind, summaryOf(taken.filter((one) => one.kind === kind))]),
        ),
      };
    },
  };
}

const isAnswer = (entry: WireEntry) =>
  entry.kind === 'rest' && entry.request.path.includes('/callback') && entry.response.status < 300;

/** Such as `/ask`, `/summary preview`, "a button", "typing". */
function kindOf(data: unknown): string {
  const { type, data: given } = data as {
    type: number;
    data: { name?: string; options?: { type: number; name: string }[] };
  };
  if (type === 3) return 'a button';
  if (type === 4) return 'typing';
  const [first] = given.options ?? [];
  return `/${given.name}${first?.type === 1 ? ` ${first.name}` : ''}`;
}

function summaryOf(sent: readonly Sent[]): Summary {
  const times = sent.flatMap(({ at, answered: [first] }) => (first === undefined ? [] : first - at));
  return {
    count: sent.length,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    max: Math.max(...times),
    lost: sent.length - times.filter((time) => time <= RESPONSE_WINDOW).length,
    doubled: sent.filter(({ answered }) => answered.length > 1).length,
  };
}
