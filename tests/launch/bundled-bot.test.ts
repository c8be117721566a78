// The whole bot from a bundle: what it loads at a start and what it loads later, its data, its pictures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalDiscord } from '../../src/local/server/index.ts';
import { freePort } from '../free-port.ts';
import { keepStory } from '../story-folder.ts';
import { makeProject } from './project.ts';

const ROOT = join(import.meta.dirname, '../..');

const story = keepStory();

test('the bot answers from its bundle, draws, serves its health, and ends when it is told to', async () => {
  const { folder, writeBundle, remove } = await makeProject({});
  onTestFinished(remove);
  for (const name of ['src', 'commands', 'package.json', 'tsconfig.json'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'knowledge'), join(folder, 'knowledge'));
  expect(await writeBundle()).toBe('');
  // From here on only the bundle can run, except what draws, which is a program of its own.
  const { isFresh } = await import(join(folder, 'src/launch/bundle.js'));
  expect(isFresh()).toBe(true);

  const local = await createLocalDiscord({ responseWindow: 60_000 });
  onTestFinished(() => local.close());
  const port = await freePort();
  const bot = spawn(process.execPath, ['src/launch/start.js'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: story(),
      DISCORD_TOKEN: local.token,
      DISCORD_API: local.api,
      HEALTH_PORT: String(port),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  const ended = once(bot, 'close');
  let log = '';
  bot.stderr.on('data', (chunk) => {
    log += chunk;
  });
  await expect.poll(() => log).toContain('Invite the bot');
  const { people, places } = local.world;
  const ask = async (command: string, options = {}) =>
    JSON.stringify(await local.run(people.mia, places.general, command, options));
  expect(await ask('ask', { question: 'how many voted yes' })).toContain('96.3%');
  expect(await ask('dates')).toContain('.png');
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(await metrics.text()).toContain('process_resident_memory_bytes');
  bot.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  // Neither a warning nor an error.
  expect(log).not.toMatch(/"level":[4-6]0/);
  expect(local.problems()).toEqual([]);
});
