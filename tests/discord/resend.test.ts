// What is sent again, and what is known about a request that failed.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acknowledge, fateOf, removeOnce, resend, sendOnce } from '../../src/discord/resend.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });
const api = (code: number) =>
  new DiscordAPIError({ code, message: '' }, code, 400, 'POST', 'http://localhost', {});
const failure = new HTTPError(502, '', 'POST', 'http://localhost', {});
const limit = (retryAfter: number) =>
  new RateLimitError({ retryAfter, method: 'POST', url: '', route: '' } as never);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Sends with these failures, one after the other, and then without one. @returns what came of it, and how many were sent */
async function sent(
  send: (request: () => Promise<unknown>) => Promise<unknown>,
  ...errors: Error[]
): Promise<[unknown, number]> {
  let count = 0;
  const settled = send(async () => {
    const error = errors[count];
    count += 1;
    if (error) throw error;
    return 'done';
  }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return [await settled, count];
}

test.each([
  [coded('ECONNREFUSED'), 'not carried out'],
  [coded('ENOTFOUND'), 'not carried out'],
  [limit(0), 'not carried out'],
  [limit(20_000), 'refused'],
  [api(50013), 'refused'],
  [new TypeError('a fault of the program'), 'refused'],
  [coded('UND_ERR_SOCKET'), 'unknown'],
  [coded('ECONNRESET'), 'unknown'],
  [new DOMException('', 'AbortError'), 'unknown'],
  [failure, 'unknown'],
])('%s: %s', (error, fate) => {
  expect(fateOf(error)).toBe(fate);
});

test('what may be carried out twice is sent three times at the most, unless it is refused', async () => {
  expect(await sent(resend, failure, coded('ECONNREFUSED'))).toEqual(['done', 3]);
  expect(await sent(resend, failure, failure, failure)).toEqual([failure, 3]);
  const refusal = api(50013);
  expect(await sent(resend, failure, refusal)).toEqual([refusal, 2]);
});

test('what must not be carried out twice is sent again only if it certainly was not', async () => {
  expect(await sent(sendOnce, coded('ECONNREFUSED'), limit(0))).toEqual(['done', 3]);
  for (const error of [failure, coded('UND_ERR_SOCKET'), api(50013)])
    expect(await sent(sendOnce, coded('ECONNREFUSED'), error)).toEqual([error, 2]);
});

test('that Discord took a response already is fine after a try of our own, and else somebody else was faster', async () => {
  const taken = api(40060);
  expect(await sent(acknowledge, failure, taken)).toEqual([undefined, 2]);
  expect(await sent(acknowledge, taken)).toEqual([taken, 1]);
  expect(await sent(acknowledge, coded('ECONNREFUSED'), taken)).toEqual([taken, 2]);
});

test('that a message is gone is fine after a try of our own to delete it', async () => {
  const gone = api(10008);
  expect(await sent(removeOnce, failure, gone)).toEqual([undefined, 2]);
  expect(await sent(removeOnce, gone)).toEqual([gone, 1]);
});
