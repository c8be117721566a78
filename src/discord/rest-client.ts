// Settings for all REST requests, whichever way interactions come: how long a request may take, and which limits are
// waited out.
import { type REST, RESTEvents, type RESTOptions } from 'discord.js';
import { DiscordRefusal, TOKEN } from './failures.ts';
import type { Log } from './logger.ts';
import { type Observer, observeRateLimit } from './observer.ts';

/** Timeout of a REST request in milliseconds. Discord drops a response after three seconds; other requests may take longer. */
const REST_TIMEOUT = 5_000;

/** Maximum milliseconds for which a rate limit is waited out. A longer one is reported to whoever meets it. */
const LONGEST_LIMIT = 10_000;

/**
 * Milliseconds after which the state of routes that are not in use is dropped. Each interaction whose answer is edited has
 * a route of its own, of 1.2 kB; by default they go once an hour.
 */
const ROUTES_SWEPT = 60_000;

/** The options of the REST client; `api` is its address, if not Discord's own, and `timeout` is in milliseconds. */
export const restOptions = ({
  api,
  timeout = REST_TIMEOUT,
  observer,
  log,
}: {
  api?: string | undefined;
  timeout?: number | undefined;
  observer?: Observer | undefined;
  log: Log;
}): Partial<RESTOptions> => ({
  timeout,
  // A request is sent again only by code that knows whether that is harmless (resend.ts).
  retries: 0,
  handlerSweepInterval: ROUTES_SWEPT,
  // It is asked about every limit; the event for limits leaves out those that Discord itself reports.
  rejectOnRateLimit(limit) {
    observeRateLimit(limit, observer, log);
    // A limit without Retry-After would be tried again at once, for ever.
    return limit.retryAfter === 0 || limit.retryAfter > LONGEST_LIMIT;
  },
  ...(api && { api }),
});

/**
 * Calls `refused` when Discord no longer accepts the token. discord.js then forgets it, and every later request
 * fails.
 */
export function onTokenRefused(rest: REST, refused: (reason: DiscordRefusal) => void): void {
  rest.on(RESTEvents.Response, ({ data }, { status }) => {
    if (status === 401 && data.auth) refused(new DiscordRefusal(TOKEN));
  });
}
