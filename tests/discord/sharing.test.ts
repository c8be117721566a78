// A moderator turns sharing off in a channel and on again: what members see there, elsewhere, and after a restart.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSharingSwitch } from '../../src/app/sharing-file.ts';
import type { SharingSwitch } from '../../src/bot/index.ts';
import type { Person, Place } from '../../src/local/server/index.ts';
import {
  button,
  buttonsOf,
  createStage,
  type Entry,
  isPrivate,
  keep,
  only,
  type Stage,
  textOf,
} from './stage.ts';

let folder: string;
let path: string;
let sharing: SharingSwitch;
let warnings: Entry[];
let stage: Stage;
let mia: Person;
let max: Person;
let places: Record<'general' | 'deskTalk' | 'thread', Place>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  path = join(folder, 'sharing-off.json');
  warnings = [];
  sharing = await openSharingSwitch(path, keep(warnings));
  // As a restarted process has it: opened anew.
  stage = await createStage(
    {},
    { sharing: { isOff: (id) => sharing.isOff(id), turn: (...to) => sharing.turn(...to) } },
  );
  ({ mia, max } = stage.local.world.people);
  places = stage.local.world.places;
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});
afterEach(() => expect(stage.local.problems()).toEqual([]));

const ask = async (place: Place, person = mia) =>
  only(await stage.local.run(person, place, 'ask', { question: 'how many voted yes' }));
const turn = async (to: 'off' | 'on', place = places.general, person = max) =>
  only(await stage.local.run(person, place, `share ${to}`));

test('off, answers have no Share button in that channel, older buttons no longer work, and a restart changes nothing', async () => {
  const before = await ask(places.general);
  const told = await turn('off');
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toContain('Sharing is off here');
  expect(buttonsOf(await ask(places.general)).has('Share')).toBe(false);
  expect(buttonsOf(await ask(places.deskTalk)).has('Share')).toBe(true);
  expect(buttonsOf(await ask(stage.local.world.dm(mia))).has('Share')).toBe(true);

  const refused = only(await stage.local.press(mia, before, button(before, 'Share')));
  expect(isPrivate(refused)).toBe(true);
  expect(textOf(refused)).toContain('turned sharing off in this channel');
  expect(buttonsOf(before).has('Share')).toBe(true);

  sharing = await openSharingSwitch(path, keep(warnings));
  expect(buttonsOf(await ask(places.general)).has('Share')).toBe(false);
  expect(textOf(await turn('on'))).toContain('Sharing is on here');
  expect(buttonsOf(await ask(places.general)).has('Share')).toBe(true);
  sharing = await openSharingSwitch(path, keep(warnings));
  const after = await ask(places.general);
  const { messages } = await stage.local.press(mia, after, button(after, 'Share'));
  expect(messages.some((message) => !isPrivate(message))).toBe(true);
});

test('a thread follows its channel, and may be off alone', async () => {
  await turn('off');
  expect(buttonsOf(await ask(places.thread)).has('Share')).toBe(false);
  expect(textOf(await turn('on', places.thread))).toContain('Use /share on there');
  await turn('on');
  expect(buttonsOf(await ask(places.thread)).has('Share')).toBe(true);
  await turn('off', places.thread);
  expect(buttonsOf(await ask(places.thread)).has('Share')).toBe(false);
  expect(buttonsOf(await ask(places.general)).has('Share')).toBe(true);
  await turn('on', places.thread);
});

test('what a moderator posts is posted all the same', async () => {
  await turn('off', places.deskTalk);
  const fact = only(await stage.local.run(max, places.deskTalk, 'fact', { id: 'turnout' }));
  expect(isPrivate(fact)).toBe(false);
  await turn('on', places.deskTalk);
});

test('members are not offered it, and nothing of people or texts is in the file', async () => {
  await turn('off');
  expect(stage.local.commands(mia, places.general).map(({ name }) => name)).not.toContain('share');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([places.general.id]);
  await turn('on');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([]);
});

test('two processes with one file lose nothing of each other', async () => {
  const other = await openSharingSwitch(path, keep(warnings));
  await Promise.all(['1', '2', '3'].map((digit) => sharing.turn(digit.repeat(18), 'off')));
  await other.turn('4'.repeat(18), 'off');
  await sharing.turn('2'.repeat(18), 'on');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(['1', '3', '4'].map((digit) => digit.repeat(18)));
});

test('where it cannot be kept, nothing changes, and the moderator and the operator are told', async () => {
  await writeFile(path, 'not what the bot wrote');
  expect(textOf(await turn('off'))).toContain('I could not save that, so nothing changed');
  expect(buttonsOf(await ask(places.general)).has('Share')).toBe(true);
  expect(warnings.map(({ sentence }) => sentence)).toContain(
    'That sharing was turned off or on could not be saved (SHARING_FILE)',
  );
  expect(await readFile(path, 'utf8')).toBe('not what the bot wrote');
  await expect(openSharingSwitch(path, keep(warnings))).rejects.toThrow(
    /SHARING_FILE: .*Restore it; or delete it/,
  );
});
