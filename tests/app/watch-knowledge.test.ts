// Curators change the knowledge while the bot runs: a valid edit takes effect, a broken one is refused, however they
// save.
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app/app.ts';
import { knowledgeState } from '../../src/app/knowledge-state.ts';
import { MODEL_FILE, writeModel } from '../../src/app/model-file.ts';
import { createLook, watchKnowledge } from '../../src/app/watch-knowledge.ts';
import { toPlainText } from '../../src/bot/index.ts';
import { type Entry, keep } from '../discord/stage.ts';
import { model } from '../story-desk.ts';
import { writeStory } from '../story-folder.ts';

let root: string;
let folder: string;
let text: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  folder = join(root, 'knowledge');
  await writeStory(folder);
  text = await readFile(join(folder, 'facts/votes.yaml'), 'utf8');
});
afterEach(() => rm(root, { recursive: true }));

/** The story, its vote in other words. */
const saying = (words: string) => text.replace('short: 96.3% voted yes', `short: ${words}`);

/** The running bot over a knowledge folder, its log, and what its timer does: looking twice at a folder at rest. */
async function run(knowledge: string) {
  const log: Entry[] = [];
  const app = await createApp({ knowledge });
  const look = createLook(knowledge, app, keep(log));
  return {
    app,
    log,
    look,
    async settle() {
      await look();
      await look();
    },
    answer: () => answerOf(app),
  };
}

async function answerOf(app: App): Promise<string> {
  const member = { id: '1', name: 'Ann', moderates: false, pins: false };
  const request = { command: 'ask', options: { question: 'how many voted yes' }, member };
  return toPlainText((await app.bot.respond(request)).blocks);
}

test('the bot looks by itself, until it is told to stop', async () => {
  const app = await createApp({ knowledge: folder });
  const end = watchKnowledge(folder, app, keep([]));
  await writeFile(join(folder, 'facts/votes.yaml'), saying('96.3% said yes'));
  await expect.poll(() => answerOf(app)).toContain('96.3% said yes');
  end();
});

test('an edit before the start is warned of with the first look, for which the start need not wait', async () => {
  const edited = text.replace('questions:', 'questions:\n    - was it a landslide');
  expect(edited).not.toBe(text);
  await writeFile(join(folder, 'facts/votes.yaml'), edited);
  const log: Entry[] = [];
  const end = watchKnowledge(folder, await createApp({ knowledge: folder }), keep(log));
  expect(log).toEqual([]);
  await expect
    .poll(() => log, { timeout: 10_000 })
    .toEqual([
      {
        level: 'warn',
        sentence: 'Since the training, 1 fact or gap was changed. Run: npm run train',
        fields: {},
      },
    ]);
  end();
});

test('a broken edit is refused once, with its problems, while the answer stays; mending it answers', async () => {
  const { log, settle, answer } = await run(folder);
  await writeFile(join(folder, 'facts/votes.yaml'), text.replace('short: 96.3%', 'shrot: 96.3%'));
  await settle();
  await settle();
  const refused = log.filter(({ level }) => level === 'error');
  expect(refused).toHaveLength(1);
  expect(JSON.stringify(refused[0]?.fields.problems)).toMatch(/facts\/votes\.yaml:\d+: .*shrot/);
  expect(await answer()).toContain('96.3% voted yes');
  await writeFile(join(folder, 'facts/votes.yaml'), saying('96.3% said yes'));
  await settle();
  expect(await answer()).toContain('96.3% said yes');
  expect(log.filter(({ level }) => level === 'info')).toEqual([
    {
      level: 'info',
      sentence: 'The knowledge changed and was loaded again',
      fields: { facts: expect.any(Number), gaps: expect.any(Number) },
    },
  ]);
});

test('an edit that is caught half written is read again, in however many pieces it comes', async () => {
  const { look, settle, answer } = await run(folder);
  const edited = saying('96.3% of them said yes');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(edited.length), fc.nat(3)), { maxLength: 5 }),
      async (pieces) => {
        for (const [length, looks] of pieces.sort(([a], [b]) => a - b)) {
          await writeFile(join(folder, 'facts/votes.yaml'), edited.slice(0, length));
          for (let i = 0; i < looks; i += 1) await look();
        }
        await writeFile(join(folder, 'facts/votes.yaml'), edited);
        await settle();
        expect(await answer()).toContain('96.3% of them said yes');
        await writeFile(join(folder, 'facts/votes.yaml'), text);
        await settle();
        expect(await answer()).toContain('96.3% voted yes');
      },
    ),
    { numRuns: 8 },
  );
});

test('an edit of what is the same for every article is noticed too', async () => {
  const { app, settle } = await run(folder);
  const gap = '- { id: greetings, says: "Hello, {about}!", nearest: [], questions: [hello] }\n';
  await writeFile(join(folder, 'common/gaps.yaml'), gap);
  await settle();
  expect(app.desk.ask('hello')).toMatchObject({ gap: { says: 'Hello, a vote of the guild!' } });
  await rm(join(folder, 'common'), { recursive: true });
  expect(await knowledgeState(folder)).toMatch(/^common\/gaps\.yaml .*\/knowledge\/common\/gaps\.yaml /m);
});

test('an edit that is still being written is left alone', async () => {
  const { log, look, settle, answer } = await run(folder);
  const edited = saying('96.3% of them said yes');
  for (const length of [0, 100, edited.length]) {
    await writeFile(join(folder, 'facts/votes.yaml'), edited.slice(0, length));
    await look();
  }
  expect(log).toEqual([]);
  await settle();
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await answer()).toContain('96.3% of them said yes');
});

test('a trained model is taken up; one that is still being copied is refused until it is whole', async () => {
  const { app, log, settle } = await run(folder);
  const trainedOn = { shared: 'anew', records: {} };
  await writeModel(folder, { ...model, trainedOn });
  const whole = await readFile(join(folder, MODEL_FILE));
  await writeFile(join(folder, MODEL_FILE), whole.subarray(0, whole.length / 2));
  await settle();
  expect(log.map(({ level }) => level)).toEqual(['error']);
  expect(app.trainedOn).not.toEqual(trainedOn);
  await writeFile(join(folder, MODEL_FILE), whole);
  await settle();
  expect(app.trainedOn).toEqual(trainedOn);
});

test.each<[string, (edited: string) => Promise<void>]>([
  [
    'an editor puts a new file in the place of the old one',
    async (edited) => {
      await writeFile(join(folder, 'facts/votes.yaml~'), edited);
      await rename(join(folder, 'facts/votes.yaml~'), join(folder, 'facts/votes.yaml'));
    },
  ],
  [
    'git deletes its folder and makes it anew',
    async (edited) => {
      await cp(join(folder, 'facts'), join(root, 'facts'), { recursive: true });
      await rm(join(folder, 'facts'), { recursive: true });
      await cp(join(root, 'facts'), join(folder, 'facts'), { recursive: true });
      await writeFile(join(folder, 'facts/votes.yaml'), edited);
    },
  ],
  [
    'the file moves into a new folder',
    async (edited) => {
      await mkdir(join(folder, 'facts/more'), { recursive: true });
      await rm(join(folder, 'facts/votes.yaml'), { force: true });
      await writeFile(join(folder, 'facts/more/votes.yaml'), edited);
    },
  ],
])('a change is seen when %s, and the change after it', async (_, edit) => {
  const { settle, answer } = await run(folder);
  for (const words of ['96.3% said yes', '96.3% agreed to it']) {
    await edit(saying(words));
    await settle();
    expect(await answer()).toContain(words);
  }
});

test('a change is seen when Kubernetes turns the links of a ConfigMap', async () => {
  const mount = join(root, 'mount');
  const parts = ['article.yaml', 'gaps.yaml', 'words.yaml', 'facts', MODEL_FILE];
  const turn = async (version: string, votes: string) => {
    for (const part of parts) await cp(join(folder, part), join(mount, version, part), { recursive: true });
    await writeFile(join(mount, version, 'facts/votes.yaml'), votes);
    await symlink(version, join(mount, '..data_tmp'));
    await rename(join(mount, '..data_tmp'), join(mount, '..data'));
  };
  await turn('..1', text);
  for (const part of parts) await symlink(`..data/${part}`, join(mount, part));
  const { settle, answer } = await run(mount);
  expect(await answer()).toContain('96.3% voted yes');
  await turn('..2', saying('96.3% said yes'));
  await rm(join(mount, '..1'), { recursive: true });
  await settle();
  expect(await answer()).toContain('96.3% said yes');
});

test('a change is seen when the folder is itself a link that is turned, also after it led nowhere', async () => {
  const link = join(root, 'current');
  await symlink(folder, link);
  const { log, settle, answer } = await run(link);
  await rm(link);
  await settle();
  expect(log.map(({ level }) => level)).toEqual(['error']);
  const other = join(root, 'other');
  await cp(folder, other, { recursive: true });
  await writeFile(join(other, 'facts/votes.yaml'), saying('96.3% said yes'));
  await symlink(other, link);
  await settle();
  expect(await answer()).toContain('96.3% said yes');
});

test('wordings that the ranker does not know yet, or that cannot be read, are warned of, and it answers on', async () => {
  const { log, settle, answer } = await run(folder);
  await mkdir(join(folder, 'wordings'));
  await writeFile(join(folder, 'wordings/votes.yaml'), 'yes-share:\n  asked: [a wording all new]\n');
  await settle();
  expect(log.at(-1)?.sentence).toContain('npm run train');
  await writeFile(
    join(folder, 'wordings/votes.yaml'),
    Buffer.from('yes-share:\n  asked: [caf\xe9]\n', 'latin1'),
  );
  await settle();
  expect(log.at(-1)?.sentence).toContain('cannot be read');
  expect(await answer()).toContain('96.3%');
});
