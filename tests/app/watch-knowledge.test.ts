// Curators change the knowledge while the bot runs: a sound edit answers, a broken one is refused and told.
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app/app.ts';
import { watchKnowledge } from '../../src/app/watch-knowledge.ts';
import { toPlainText } from '../../src/bot/index.ts';
import { type Entry, keep } from '../discord/stage.ts';
import { writeStory } from '../story-folder.ts';

let folder: string;
let app: App;
let end: () => void;
const entries: Entry[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  await writeStory(folder);
  app = await createApp({ knowledge: folder });
  end = await watchKnowledge(folder, app, keep(entries));
});
afterAll(async () => {
  end();
  await rm(folder, { recursive: true });
});

const votes = () => join(folder, 'facts/votes.yaml');
const answer = async () => {
  const member = { id: '1', name: 'Ann', moderates: false, pins: false };
  const request = { command: 'ask', options: { question: 'how many voted yes' }, member };
  return toPlainText((await app.bot.respond(request)).blocks);
};
const answers = (part: string) => expect.poll(answer).toContain(part);
const told = (part: string) =>
  expect.poll(() => entries.map(({ sentence }) => sentence).join('\n')).toContain(part);

test('a sound edit answers, a broken one is refused with its problems while the answer stays, and mending it answers', async () => {
  const text = await readFile(votes(), 'utf8');
  expect(await answer()).toContain('96.3% voted yes');

  await writeFile(votes(), text.replace('short: 96.3% voted yes', 'short: 96.3% said yes'));
  await answers('96.3% said yes');

  entries.length = 0;
  await writeFile(votes(), text.replace('short: 96.3% voted yes', 'shrot: 96.3% are for it'));
  await told('is refused');
  const refused = entries.find(({ level }) => level === 'error');
  expect(JSON.stringify(refused?.fields.problems)).toMatch(/facts\/votes\.yaml:\d+: .*shrot/);
  expect(await answer()).toContain('96.3% said yes');

  // As editors save: written beside it, then put in its place, and not only once.
  for (const short of ['96.3% were for it', '96.3% said so', '96.3% agreed']) {
    await writeFile(`${votes()}~`, text.replace('short: 96.3% voted yes', `short: ${short}`));
    await rename(`${votes()}~`, votes());
    await answers(short);
  }
});

test('a folder that is added is read, with what is changed in it later', async () => {
  const inner = join(folder, 'facts/more');
  await mkdir(inner);
  await rename(join(folder, 'facts/votes.yaml'), join(inner, 'votes.yaml'));
  await answers('96.3% agreed');
  const text = await readFile(join(inner, 'votes.yaml'), 'utf8');
  await writeFile(join(inner, 'votes.yaml'), text.replace('short: 96.3% agreed', 'short: 96.3% concurred'));
  await answers('96.3% concurred');
});

test('wordings that the ranker does not know yet are warned of, and it answers on', async () => {
  entries.length = 0;
  await mkdir(join(folder, 'wordings'));
  await writeFile(join(folder, 'wordings/votes.yaml'), 'yes-share:\n  asked: [a wording all new]\n');
  await told('npm run train');
  expect(await answer()).toContain('96.3%');
});
