// REST failures on demand: which requests fail next, and how.

/** How the next `times` (default 1) matching REST requests fail. */
export interface RestFault {
  /** `POST`, ...; any when left out. */
  method?: string;
  /** Matched against the path below `/api/v10`, tokens included; any when left out. */
  route?: RegExp;
  /** Answer with this HTTP status, and Discord's error `code` and `message`. */
  status?: number;
  code?: number;
  message?: string;
  /** Seconds, for status 429; without it, no Retry-After is sent. */
  retryAfter?: number;
  /** For status 429: the limit of the whole bot, not of one route. */
  global?: boolean;
  /** Cut the connection without an answer. */
  reset?: boolean;
  /** Give no answer at all, until the bot gives up. */
  hang?: boolean;
  /** Carry the request out first: only its answer is lost, or replaced by the `status`. */
  taken?: boolean;
  /** Milliseconds to wait before anything else; without `status`, `reset` and `hang` the request is then served as usual. */
  delay?: number;
  times?: number;
}

export interface Faults {
  add(fault: RestFault): void;
  /** Forgets all faults that were not met yet. */
  clear(): void;
  /** Takes the fault of a request off the list. */
  take(method: string, path: string): RestFault | undefined;
  /** The answer that a fault puts in the place of the true one; undefined if it does not. */
  answer(fault: RestFault): { status: number; headers: Record<string, string>; body: object } | undefined;
}

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  const waiting: { fault: RestFault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    clear: () => void waiting.splice(0),
    take(method, path) {
      const hit = waiting.find(
        ({ fault, left }) =>
          left > 0 && (fault.method ?? method) === method && (fault.route?.test(path) ?? true),
      );
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
    answer({ status, code = 0, message = `${status}: injected failure`, retryAfter, global = false }) {
      if (!status) return undefined;
      const isLimit = retryAfter !== undefined;
      return {
        status,
        headers: {
          ...(isLimit && { 'retry-after': String(retryAfter) }),
          ...(global && { 'x-ratelimit-global': 'true' }),
        },
        body: { message, code, ...(isLimit && { retry_after: retryAfter, global }) },
      };
    },
  };
}
