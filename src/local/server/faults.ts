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
  /** Seconds, for status 429. */
  retryAfter?: number;
  /** Cut the connection without an answer; the request is not carried out. */
  reset?: boolean;
  /** Milliseconds to wait first; without `status` and `reset` the request is then served as usual. */
  delay?: number;
  times?: number;
}

export interface Faults {
  add(fault: RestFault): void;
  /** Takes the fault of a request off the list. */
  take(method: string, path: string): RestFault | undefined;
  /** The JSON of the answer. */
  body(fault: RestFault): object;
}

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  const waiting: { fault: RestFault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const hit = waiting.find(
        ({ fault, left }) =>
          left > 0 && (fault.method ?? method) === method && (fault.route?.test(path) ?? true),
      );
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
    body: ({ status, code = 0, message = `${status}: injected failure`, retryAfter }) => ({
      message,
      code,
      ...(retryAfter !== undefined && { retry_after: retryAfter, global: false }),
    }),
  };
}
