// Sends requests without doing anything twice: repeats them only where that is harmless, and knows what became of
// them.
import { RESTJSONErrorCodes as Code, HTTPError, RateLimitError } from 'discord.js';
import { codeOf, isUnreachable } from './failures.ts';

/** Milliseconds before the second and the third attempt. A first response must arrive within three seconds. */
const PAUSES = [200, 1_000];

/** What is known of a request that failed. */
export type Fate =
  /** Discord answered that it did not carry it out. */
  | 'refused'
  /** It never reached Discord, or Discord had no time for it. */
  | 'not carried out'
  /** The answer was lost, or was a failure of Discord's own: it may have been carried out. */
  | 'unknown';

/** What is known about the request that failed with an error. */
export function fateOf(error: unknown): Fate {
  // A limit that does not say for how long is over at once.
  if (error instanceof RateLimitError) return error.retryAfter > 0 ? 'refused' : 'not carried out';
  if (error instanceof HTTPError) return 'unknown';
  if (isUnreachable(error)) return 'not carried out';
  const wasGivenUp = error instanceof Error && error.name === 'AbortError';
  return wasGivenUp || LOST.has(String(codeOf(error))) ? 'unknown' : 'refused';
}

/** Codes of Node and undici for a connection that broke before the answer was there. */
const LOST = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/**
 * Sends a request up to three times, until it is carried out or refused. Only for what can be carried out twice without
 * harm: reading, editing, pinning, and posting with a nonce that Discord enforces.
 * @throws what the last try threw
 */
export const resend = <T>(send: () => Promise<T>): Promise<T> =>
  sendWhile((fate) => fate !== 'refused', send);

/**
 * Sends what must not be carried out twice: again only if it certainly was not carried out.
 * @throws what the last try threw
 */
export const sendOnce = <T>(send: () => Promise<T>): Promise<T> =>
  sendWhile((fate) => fate === 'not carried out', send);

/**
 * Sends the first response to an interaction, which Discord accepts only once.
 *
 * @returns what Discord answered; undefined if the answer was lost, and the next attempt showed that the response had
 *   been accepted
 * @throws what the last attempt threw
 */
export const acknowledge = <T>(send: () => Promise<T>): Promise<T | undefined> =>
  resendUntil(Code.InteractionHasAlreadyBeenAcknowledged, send);

/**
 * Deletes a message. That it no longer exists is no error if an earlier attempt may have deleted it.
 *
 * @throws what the last attempt threw
 */
export const removeOnce = async (send: () => Promise<unknown>): Promise<void> =>
  void (await resendUntil(Code.UnknownMessage, send));

/** Sends again until it works, or until Discord says with a code that an earlier try whose fate was unknown has worked. */
function resendUntil<T>(done: Code, send: () => Promise<T>): Promise<T | undefined> {
  let mayBeDone = false;
  return resend(async () => {
    try {
      return await send();
    } catch (error) {
      if (mayBeDone && codeOf(error) === done) return undefined;
      mayBeDone ||= fateOf(error) === 'unknown';
      throw error;
    }
  });
}

async function sendWhile<T>(mayTryAgain: (fate: Fate) => boolean, send: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await send();
    } catch (error) {
      if (!mayTryAgain(fateOf(error))) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return send();
}
