// The same thing is not posted in a channel again within five minutes.
import { expect, test } from 'vitest';
import { createCooldown } from '../../src/discord/cooldown.ts';
import { createMemoryStore } from '../../src/store/index.ts';

let time = 1;
const cooldown = () => createCooldown(createMemoryStore(() => time));
const id = (message: string) => async () => message;

test('the same in one channel is held back for five minutes, and points to what was posted', async () => {
  const { post } = cooldown();
  expect(await post('general', 'yes-share', id('1'))).toBeUndefined();
  expect(await post('general', 'yes-share', id('2'))).toEqual({ messageId: '1' });
  expect(await post('general', 'turnout', id('3'))).toBeUndefined();
  expect(await post('writers', 'yes-share', id('4'))).toBeUndefined();
  time += 299_999;
  expect(await post('general', 'yes-share', id('5'))).toEqual({ messageId: '1' });
  time += 2;
  expect(await post('general', 'yes-share', id('6'))).toBeUndefined();
});

test('of two at the same moment one is posted', async () => {
  const { post } = cooldown();
  let arrive = (_: string) => {};
  let first: Promise<unknown> | undefined;
  // Which of two comes first is open until one of them is being sent.
  await new Promise<void>((isSending) => {
    first = post('general', 'turnout', () => {
      isSending();
      return new Promise((resolve) => (arrive = resolve));
    });
  });
  expect(await post('general', 'turnout', id('2'))).toEqual({});
  arrive('1');
  expect(await first).toBeUndefined();
  expect(await post('general', 'turnout', id('3'))).toEqual({ messageId: '1' });
});

test('what failed, and what was taken back, can be posted', async () => {
  const { post, forget } = cooldown();
  const fail = async () => Promise.reject(new Error('no permission'));
  await expect(post('general', 'turnout', fail)).rejects.toThrow('no permission');
  expect(await post('general', 'turnout', id('1'))).toBeUndefined();
  await forget('1');
  expect(await post('general', 'turnout', id('2'))).toBeUndefined();
});

test('of more than two thousand posts the oldest is forgotten', async () => {
  const { post } = cooldown();
  for (let i = 0; i <= 2000; i += 1) await post('general', `fact-${i}`, id(`${i}`));
  expect(await post('general', 'fact-2000', id('x'))).toEqual({ messageId: '2000' });
  expect(await post('general', 'fact-0', id('y'))).toBeUndefined();
});

test('a store that fails costs the post at first, but no longer once it is sent', async () => {
  const store = createMemoryStore();
  const gone = () => Promise.reject(new Error('The socket closed'));
  const { post, forget } = createCooldown({ ...store, set: gone, take: gone });
  expect(await post('general', 'turnout', id('1'))).toBeUndefined();
  expect(await post('general', 'turnout', id('2'))).toEqual({});
  await forget('1');
  const fail = async () => Promise.reject(new Error('no permission'));
  await expect(post('general', 'yes-share', fail)).rejects.toThrow('no permission');
  let sent = 0;
  const unreachable = createCooldown({ ...store, claim: gone });
  await expect(unreachable.post('general', 'x', async () => `${++sent}`)).rejects.toThrow('socket closed');
  expect(sent).toBe(0);
});
