// The painter draws each picture once and in another thread, and goes on after a failure.
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Timeline } from '../../src/bot/index.ts';
import { createPainter, draw } from '../../src/picture/index.ts';

const timeline = (title: string): Timeline => ({
  kind: 'timeline',
  title,
  events: [{ when: 'Monday', what: 'Talks begin' }],
});

const painter = createPainter();
/** The threads that were started. */
const threads: Worker[] = [];
const see = (thread: Worker) => void threads.push(thread);
beforeAll(() => void process.on('worker', see));
afterAll(async () => {
  process.off('worker', see);
  await painter.close();
});

test('equal pictures are drawn once, by a thread that gives the same bytes as drawing here', async () => {
  const [one, same, other] = await Promise.all(
    ['one', 'one', 'other'].map((title) => painter.draw(timeline(title))),
  );
  expect(same).toBe(one);
  expect(await painter.draw(timeline('one'))).toBe(one);
  expect(threads).toHaveLength(1);
  expect(one).toEqual(await draw(timeline('one')));
  expect(other).not.toEqual(one);
});

test('a picture that cannot be drawn fails by itself', async () => {
  const broken = { ...timeline('broken'), events: null } as never;
  const drawings = await Promise.allSettled([painter.draw(broken), painter.draw(timeline('good'))]);
  expect(drawings.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await expect(painter.draw(broken)).rejects.toThrow('null');
});

test('a thread that ends while it draws fails the picture; the next one starts a new thread', async () => {
  const drawing = painter.draw(timeline('lost'));
  await Promise.all([
    expect(drawing).rejects.toThrow('The drawing thread ended'),
    ...threads.map((thread) => thread.terminate()),
  ]);
  expect((await painter.draw(timeline('lost'))).length).toBeGreaterThan(0);
  expect(threads).toHaveLength(2);
});
