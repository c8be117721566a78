// The painter draws each picture once and in another process, and goes on after a failure.
import childProcess, { type ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import type { Timeline } from '../../src/bot/index.ts';
import { createPainter, draw } from '../../src/picture/index.ts';

const ROOT = join(import.meta.dirname, '../..');

const timeline = (title: string): Timeline => ({
  kind: 'timeline',
  title,
  events: [{ when: 'Monday', what: 'Talks begin' }],
});

const fork = vi.spyOn(childProcess, 'fork');
syncBuiltinESMExports();
/** The processes that were started. */
const processes = (): ChildProcess[] => fork.mock.results.map(({ value }) => value);

const painter = createPainter();
afterAll(async () => {
  await painter.close();
  fork.mockRestore();
  syncBuiltinESMExports();
});

test('equal pictures are drawn once, by a process that gives the same bytes as drawing here', async () => {
  const [one, same, other] = await Promise.all(
    ['one', 'one', 'other'].map((title) => painter.draw(timeline(title))),
  );
  expect(same).toBe(one);
  expect(await painter.draw(timeline('one'))).toBe(one);
  expect(processes()).toHaveLength(1);
  expect(one).toEqual(await draw(timeline('one')));
  expect(other).not.toEqual(one);
});

test('a picture that cannot be drawn fails by itself', async () => {
  const broken = { ...timeline('broken'), events: null } as never;
  const drawings = await Promise.allSettled([painter.draw(broken), painter.draw(timeline('good'))]);
  expect(drawings.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await expect(painter.draw(broken)).rejects.toThrow('null');
});

test('a process that ends while it draws fails the picture; the next one starts a new process', async () => {
  const drawing = painter.draw(timeline('lost'));
  await Promise.all([
    expect(drawing).rejects.toThrow('The drawing process ended with SIGKILL'),
    ...processes().map((one) => one.kill('SIGKILL')),
  ]);
  expect((await painter.draw(timeline('lost'))).length).toBeGreaterThan(0);
  expect(processes()).toHaveLength(2);
});

test('a process without work ends, and so does the one of a painter that is closed', async () => {
  const other = createPainter();
  await other.draw(timeline('idle'));
  const idle = processes().at(-1);
  await vi.waitFor(() => expect(idle?.signalCode).toBe('SIGKILL'), 5_000);
  const drawing = other.draw(timeline('closed'));
  await Promise.all([expect(drawing).rejects.toThrow('was closed'), other.close()]);
  expect(processes().at(-1)).not.toBe(idle);
  expect(processes().at(-1)?.signalCode).toBe('SIGKILL');
});

test('what a terminal sends to the whole group leaves the drawing alone', async () => {
  await painter.draw(timeline('before'));
  const [drawing, last] = [painter.draw(timeline('during')), processes().at(-1)];
  last?.kill('SIGINT');
  last?.kill('SIGTERM');
  expect((await drawing).length).toBeGreaterThan(0);
});

test('a program in which nothing else is left waits until its painter is closed', async () => {
  const program = `
    const { createPainter } = await import('./src/picture/index.ts');
    const painter = createPainter();
    await painter.draw(${JSON.stringify(timeline('last'))});
    await painter.close();
    console.log('closed');
  `;
  const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(childProcess.execFile)(process.execPath, args, { cwd: ROOT });
  expect(stdout).toBe('closed\n');
});
