// Unanswered questions end to end: from Discord to the file and to the moderators, without a trace of who asked.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openUnanswered } from '../../src/app/unanswered-log.ts';
import { encode } from '../../src/bot/index.ts';
import type { Person, Place } from '../../src/local/server/index.ts';
import {
  button,
  buttonsOf,
  createStage,
  expectNoFaults,
  isPrivate,
  keep,
  only,
  postAsBot,
  type Stage,
  textOf,
} from './stage.ts';

const MISSED = "This didn't answer my question";

let folder: string;
let list: Awaited<ReturnType<typeof openUnanswered>>;
/** With a list, and without one. */
let stage: Stage;
let plain: Stage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  list = await openUnanswered({ path: join(folder, 'unanswered.jsonl'), days: 7, most: 1000 }, keep([]));
  stage = await createStage({}, { unanswered: list });
  plain = await createStage();
});
afterAll(async () => {
  await Promise.all([stage.close(), plain.close(), list.close()]);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  expectNoFaults(stage);
  expectNoFaults(plain);
});

const run = async (on: Stage, person: Person, command: string, options: Record<string, string> = {}) =>
  only(await on.local.run(person, general(on), command, options));
const general = ({ local }: Stage): Place => local.world.places.general;
const serverId = () => general(stage).guild?.id ?? '';
/** Puts a question on the list, as another member each time. */
const put = (question: string, i: number, where: string | undefined = serverId()) =>
  list.add(question, { memberId: `member ${i}`, serverId: where });
const kept = async () => {
  await list.entriesOf(serverId());
  return readFile(join(folder, 'unanswered.jsonl'), 'utf8');
};

test('of an unanswered question the plain words and the day are kept, and nothing about who asked where', async () => {
  const { mia, noah } = stage.local.world.people;
  const question = `what pizza did <@${noah.id}> eat, see https://example.org/${mia.id} or call 555-123-4567`;
  const message = await run(stage, mia, 'ask', { question });
  expect(textOf(message)).not.toContain('Paragraph');
  const text = await kept();
  const [entry] = text.trim().split('\n');
  expect(JSON.parse(entry ?? '')).toEqual({
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    question: 'what pizza did eat, see or call',
    server: expect.stringMatching(/^[\w-]{16}$/),
  });
  for (const id of [mia.id, noah.id, general(stage).id, general(stage).guild?.id, message.id])
    expect(text).not.toContain(id);
  expect(text).not.toMatch(/Mia|Noah|example\.org|555/i);
});

test('an answer can be reported as missing the question; it is listed then, and sharing it does not list it', async () => {
  const { mia } = stage.local.world.people;
  const answer = await run(stage, mia, 'ask', { question: 'how many voted yes' });
  expect(await kept()).not.toContain('how many voted yes');
  const told = only(await stage.local.press(mia, answer, button(answer, MISSED)));
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toContain('without your name');
  expect(await kept()).toContain('how many voted yes');

  const before = await kept();
  const unknown = await run(stage, mia, 'ask', { question: 'which shows would stop first' });
  expect(buttonsOf(unknown).has(MISSED)).toBe(false);
  const after = await kept();
  expect(after.length).toBeGreaterThan(before.length);
  const { messages } = await stage.local.press(mia, unknown, button(unknown, 'Share'));
  expect(await kept()).toBe(after);
  const shared = messages.find((message) => !isPrivate(message));
  expect(textOf(shared)).toContain('Shared by Mia');
  expect(buttonsOf(shared).has(MISSED)).toBe(false);
});

test.each([
  ['of an answer', 'when do talks resume, and where will they be held?', 'where will talks be held?'],
  [
    'of a reply by a command',
    'who runs this bot, and where will the talks be held?',
    'where will the talks be held?',
  ],
])('the part %s that is not answered is listed as a question of its own', async (_, question, part) => {
  const { mia, max } = stage.local.world.people;
  const before = (await list.entriesOf(serverId())).length;
  expect(textOf(await run(stage, mia, 'ask', { question }))).toContain(
    "doesn't say where the talks are held",
  );
  const added = (await list.entriesOf(serverId())).slice(before);
  expect(added.map((entry) => entry.question)).toEqual([part]);
  expect(textOf(await run(stage, max, 'unanswered'))).toContain(`× ${part}`);
});

test('a question too long for a button is listed too, shortened', async () => {
  const { mia } = stage.local.world.people;
  const answer = await run(stage, mia, 'ask', { question: `how many voted yes ${'🗳️ ⁉️ '.repeat(40)}` });
  await stage.local.press(mia, answer, button(answer, MISSED));
  const [last] = (await list.entriesOf(serverId())).slice(-1);
  expect(last?.question).toMatch(/^how many voted yes/);
});

test('moderators read it in private, and get YAML to paste; members are not offered it', async () => {
  const { mia, max } = stage.local.world.people;
  await run(stage, mia, 'ask', { question: 'what pizza did ```they``` eat' });
  const message = await run(stage, max, 'unanswered');
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('× what pizza did they eat');
  expect(textOf(message)).toMatch(/^-# Asked .+ on [A-Z][a-z]+day, [A-Z][a-z]+ \d+, \d{4}\.$/m);
  const [yaml = ''] = [...buttonsOf(message).values()];
  const pasted = only(await stage.local.press(max, message, yaml));
  expect(isPrivate(pasted)).toBe(true);
  expect(textOf(pasted)).toMatch(
    /-# For the curators of the knowledge\. Paste into .*:\n```yaml\n(?:.*\n)+```/,
  );
  expect(textOf(pasted)).toContain('    - "');
  expect(stage.local.commands(mia, general(stage)).map(({ name }) => name)).not.toContain('unanswered');
});

test('of another server, and of direct messages, moderators see nothing', async () => {
  const { max } = stage.local.world.people;
  await put('zebra of another server', 1, '876543210987654321');
  await list.add('zebra of a direct message', { memberId: 'member 2' });
  const { people, places } = stage.local.world;
  only(
    await stage.local.run(people.noah, places.elsewhere, 'ask', { question: 'zebra of a visited server' }),
  );
  await put('zebra of this server', 3);
  let message = await run(stage, max, 'unanswered');
  let seen = textOf(message);
  while (buttonsOf(message).has('Next page')) {
    message = only(await stage.local.press(max, message, button(message, 'Next page')));
    seen += textOf(message);
  }
  expect(seen).toContain('zebra of this server');
  expect(seen.match(/zebra of (?:another|a direct|a visited)/)).toBeNull();
  expect(await kept()).toContain('zebra of a visited server');
});

test('with hundreds of long entries in many groups the pages turn in one message, and each fits', async () => {
  const { max } = stage.local.world.people;
  const gaps = [...stage.desk.knowledge.gaps.values()].slice(0, 17);
  await Promise.all(
    gaps.flatMap(({ questions }, g) =>
      Array.from({ length: 20 }, (_, i) => put(`${questions[0]} ${'and _so_ on '.repeat(i)}`, 100 * g + i)),
    ),
  );
  let message = await run(stage, max, 'unanswered');
  const { id } = message;
  const [, pages = ''] = /Page 1 of (\d+)/.exec(textOf(message)) ?? [];
  expect(Number(pages)).toBeGreaterThan(2);
  for (let page = 1; page <= Number(pages); page += 1) {
    expect(textOf(message)).toContain(`Page ${page} of ${pages}`);
    expect(textOf(message)).not.toContain('Too long');
    for (const [label, customId] of buttonsOf(message)) {
      if (!label.startsWith('YAML')) continue;
      const yaml = textOf(only(await stage.local.press(max, message, customId)));
      expect(yaml).toMatch(/Paste into .*:\n```yaml\n/);
      expect(yaml).not.toContain('Too long');
    }
    expect(buttonsOf(message).has('Previous page')).toBe(page > 1);
    if (page < Number(pages))
      message = only(await stage.local.press(max, message, button(message, 'Next page')));
    expect(message.id).toBe(id);
    expect(isPrivate(message)).toBe(true);
  }
});

test.each(['0', '-1', 'two', '1.5', '9'.repeat(7)])('%j is no page', async (page) => {
  const { max } = stage.local.world.people;
  expect(textOf(await run(stage, max, 'unanswered', { page }))).toBe('The page is a number, such as 2.');
});

test('beyond the last page is the last page; a group that is gone is told of', async () => {
  const { max } = stage.local.world.people;
  await put('what pizza did they eat', 1);
  const message = await run(stage, max, 'unanswered', { page: '99999' });
  expect(textOf(message)).toMatch(/Page (\d+) of \1\./);
  const request = { command: 'unanswered-group', options: { group: 'gap no-such-gap' } };
  const forged = await postAsBot(stage, general(stage), {
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: encode(request) }] }],
  });
  const told = only(await stage.local.press(max, forged, button(forged, 'Old')));
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toContain('nothing left to paste for this group');
});

test('a page turned from a message that everybody sees is answered in private', async () => {
  const { max } = stage.local.world.people;
  const request = { command: 'unanswered', options: { page: '1' } };
  const forged = await postAsBot(stage, general(stage), {
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Page', custom_id: encode(request) }] }],
  });
  const told = only(await stage.local.press(max, forged, button(forged, 'Page')));
  expect(isPrivate(told)).toBe(true);
  expect(told.id).not.toBe(forged.id);
});

test('after ten questions of a member on a day, a report says that it was not added', async () => {
  const { noah } = stage.local.world.people;
  const answer = await run(stage, noah, 'ask', { question: 'how many voted yes' });
  for (let i = 0; i < 10; i += 1)
    await list.add(`question ${i}`, { memberId: noah.id, serverId: serverId() });
  const before = await kept();
  expect(textOf(only(await stage.local.press(noah, answer, button(answer, MISSED))))).toContain(
    'enough questions on the list for today',
  );
  expect(await kept()).toBe(before);
});

test('/privacy says what is kept by the setting that is on', async () => {
  const on = textOf(await run(stage, stage.local.world.people.mia, 'privacy'));
  expect(on).toContain('### Only questions that I could not answer are kept, without your name\n');
  expect(on).toContain('the server only as a code');
  expect(on).toContain('is kept with the day it was asked');
  expect(on).toContain('It is deleted after 7 days');
  const off = textOf(await run(plain, plain.local.world.people.mia, 'privacy'));
  expect(off).toContain('### Nothing is kept about you\n');
  expect(off).toContain('Questions and answers are not stored');
});

test('without a list no button offers it, and moderators are told that nothing is kept', async () => {
  const { mia, max } = plain.local.world.people;
  expect(buttonsOf(await run(plain, mia, 'ask', { question: 'how many voted yes' })).has(MISSED)).toBe(false);
  expect(textOf(await run(plain, max, 'unanswered'))).toContain('I keep no list of unanswered questions');
});
