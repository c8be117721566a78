// What members and moderators are told when Discord refuses something.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { expect, test } from 'vitest';
import { describeRefusal } from '../../src/discord/refusals.ts';

const api = (code: number) =>
  new DiscordAPIError({ code, message: 'inside' }, code, 400, 'POST', 'http://x', {});
const limit = (method: string, retryAfter: number) =>
  new RateLimitError({ retryAfter, method, url: '', route: '' } as never);

test.each([
  [50001, '"Connect"'],
  [50013, '"Send Messages"'],
  [50083, 'thread is closed'],
  [160005, '"Manage Threads"'],
  [200000, 'AutoMod'],
  [20016, 'Slow mode'],
  [20022, 'announcement channels'],
  [30003, '250 pinned messages'],
  [30046, 'older than an hour'],
  [10003, 'channel is gone'],
  [10008, 'message is gone'],
])('%i is told as what it means, in whole sentences: %s', (code, words) => {
  const text = describeRefusal(api(code)) ?? '';
  expect(text).toContain(words);
  expect(text).toMatch(/^[A-Z].*\.$/);
  expect(text).not.toContain('inside');
});

test.each([
  [400, 'a second'],
  [1_400, '2 seconds'],
  [119_000, '119 seconds'],
  [600_050, '11 minutes'],
])('a limit of %i ms is a wait of %s', (milliseconds, words) => {
  expect(describeRefusal(limit('post', milliseconds))).toBe(`Discord asks me to wait ${words}.`);
  expect(describeRefusal(limit('patch', milliseconds))).toContain('older than an hour');
});

test('what Discord cannot be blamed for has no such words', () => {
  expect(describeRefusal(api(50035))).toBeUndefined();
  expect(describeRefusal(new TypeError('a fault of the program'))).toBeUndefined();
  expect(describeRefusal(new HTTPError(502, '', 'POST', 'http://x', {}))).toBe(
    "Something failed on Discord's side.",
  );
});
