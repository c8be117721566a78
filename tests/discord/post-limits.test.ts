// Nobody floods a channel through the bot: five posts by a member and twenty in a channel within ten minutes.
import { expect, test } from 'vitest';
import { createPostLimits } from '../../src/discord/post-limits.ts';
import { createMemoryStore } from '../../src/store/index.ts';

const MINUTE = 60_000;

function create() {
  // The cache takes zero for no time at all.
  let time = 1;
  const limits = createPostLimits(createMemoryStore(() => time));
  let posted = 0;
  const post = (member: string, channel: string) =>
    limits
      .within(member, channel, async () => {
        posted += 1;
      })
      .catch(({ message }: Error) => (message.startsWith('You have posted 5 times') ? 'member' : 'channel'));
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { limits, post, pass, posted: () => posted };
}

test('a member posts five times in any ten minutes, wherever, and others go on', async () => {
  const { post, pass, posted } = create();
  for (let i = 0; i < 5; i += 1) {
    expect(await post('mia', `channel ${i}`)).toBeUndefined();
    pass(MINUTE);
  }
  expect(await post('mia', 'another')).toBe('member');
  expect(await post('noah', 'another')).toBeUndefined();
  pass(5 * MINUTE + 1);
  expect(await post('mia', 'another')).toBeUndefined();
  expect(await post('mia', 'another')).toBe('member');
  expect(posted()).toBe(7);
});

test('a channel takes twenty posts, and whom it refuses keeps theirs for another one', async () => {
  const { post } = create();
  for (let i = 0; i < 20; i += 1) expect(await post(`member ${i}`, 'general')).toBeUndefined();
  for (let i = 0; i < 9; i += 1) expect(await post('mia', 'general')).toBe('channel');
  expect(await post('mia', 'writers')).toBeUndefined();
});

test('what failed does not count, and of many at once no more than five are posted', async () => {
  const { limits, post } = create();
  const fail = () => limits.within('mia', 'general', () => Promise.reject(new Error('refused')));
  for (let i = 0; i < 9; i += 1) await expect(fail()).rejects.toThrow('refused');
  const all = await Promise.all(Array.from({ length: 40 }, () => post('mia', 'general')));
  expect(all.filter((refused) => refused === undefined)).toHaveLength(5);
});
