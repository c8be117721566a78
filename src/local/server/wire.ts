// A record of what passed between the bot and this server, for people and tests to look at. It holds no tokens.

interface Entry {
  /** Counts up from 1 in the order in which the entries began. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The interaction it belongs to, or null. */
  readonly interactionId: string | null;
  /** The message it wrote or read, or null. */
  readonly messageId: string | null;
}

/** One REST request of the bot and what it was answered. */
export interface RestExchange extends Entry {
  readonly kind: 'rest';
  readonly request: {
    readonly method: string;
    /** Path below `/api/v10` and query; interaction tokens are replaced by `:token`. */
    readonly path: string;
    readonly body: unknown;
    readonly files: readonly { name: string; size: number; type: string }[];
    /** The audit log reason, or null. */
    readonly reason: string | null;
  };
  readonly response: { readonly status: number; readonly body: unknown };
  /** What Discord would find wrong with the request body; empty when it is valid. */
  readonly problems: readonly string[];
  /** Milliseconds until it was answered. */
  readonly duration: number;
}

/** One event that the gateway sent to the bot. */
export interface GatewayDispatch extends Entry {
  readonly kind: 'gateway';
  readonly event: string;
  readonly data: unknown;
}

export type WireEntry = RestExchange | GatewayDispatch;

type Unnumbered<E> = E extends WireEntry ? Omit<E, 'id'> : never;

export interface Wire {
  add(entry: Unnumbered<WireEntry>): void;
  all(): readonly WireEntry[];
  /** Entries of one interaction. */
  ofInteraction(id: string): readonly WireEntry[];
  /** Entries of one message and of every interaction that touched it. */
  ofMessage(id: string): readonly WireEntry[];
  problems(): readonly string[];
}

/**
 * Creates an empty record.
 * @param added called with each new entry
 */
export function createWire(added: (entry: WireEntry) => void): Wire {
  const entries: WireEntry[] = [];
  // Each command and each button looks up its own entries: searching all of them would slow down with every one.
  const byInteraction = new Map<string, WireEntry[]>();
  const byMessage = new Map<string, WireEntry[]>();
  return {
    add(entry) {
      const numbered: WireEntry = { ...entry, id: entries.length + 1 };
      entries.push(numbered);
      file(byInteraction, entry.interactionId, numbered);
      file(byMessage, entry.messageId, numbered);
      added(numbered);
    },
    all: () => entries,
    ofInteraction: (id) => [...(byInteraction.get(id) ?? [])],
    ofMessage(id) {
      const own = byMessage.get(id) ?? [];
      const interactions = new Set(own.flatMap(({ interactionId }) => interactionId ?? []));
      const all = [...own, ...[...interactions].flatMap((one) => byInteraction.get(one) ?? [])];
      return [...new Set(all)].sort((one, other) => one.id - other.id);
    },
    problems: () =>
      entries.flatMap((entry) =>
        entry.kind === 'rest'
          ? entry.problems.map((problem) => `${entry.request.method} ${entry.request.path}: ${problem}`)
          : [],
      ),
  };
}

function file(index: Map<string, WireEntry[]>, key: string | null, entry: WireEntry): void {
  if (key === null) return;
  const own = index.get(key);
  if (own) own.push(entry);
  else index.set(key, [entry]);
}
