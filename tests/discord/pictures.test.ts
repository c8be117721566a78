// Pictures come with the text and are shared with it. Where they cannot be sent, the text comes alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../src/discord/index.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { ComponentType, eachComponent, type Message } from '../../src/local/server/index.ts';
import { button, createStage, isPrivate, keep, only, type Stage, textOf } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  expect(stage.local.problems()).toEqual([]);
  await stage.close();
});

const run = async (command: string) =>
  only(await stage.local.run(stage.local.world.people.mia, stage.local.world.places.general, command));
const alts = (message: Message | undefined) =>
  [...eachComponent(message?.components ?? [])].flatMap(({ type, items = [] }) =>
    type === ComponentType.MediaGallery ? items.map(({ description }) => description) : [],
  );

test.each([
  ['votes', '96.3%, 2007: 90%'],
  ['dates', 'Monday, April 24, 2017: Members authorize a strike'],
])('/%s has one picture, with its figures as alt text and in the text too', async (command, words) => {
  const message = await run(command);
  expect(alts(message)).toEqual([expect.stringContaining(words)]);
  expect(message.attachments).toHaveLength(1);
  expect(textOf(message)).toContain(command === 'votes' ? '67.5%' : 'Monday, May 1, 2017');
});

test('sharing shares the picture, and the private message keeps one', async () => {
  const { mia, noah } = stage.local.world.people;
  const { general } = stage.local.world.places;
  const message = await run('votes');
  await stage.local.press(mia, message, button(message, 'Share'));
  const shared = stage.local.messages(noah, general).findLast((one) => !isPrivate(one));
  expect(alts(shared)).toEqual([expect.stringContaining('67.5%')]);
  const own = stage.local.messages(mia, general).find(({ id }) => id === message.id);
  expect(own?.attachments).toHaveLength(1);
});

test('where the bot may not attach files, the text comes without the picture', async () => {
  stage.local.deny('bot', stage.local.world.places.general, 'AttachFiles');
  const message = await run('votes');
  expect(alts(message)).toEqual([]);
  expect(textOf(message)).toContain('67.5%');
});

test('a picture that cannot be drawn costs the answer nothing, and the log says so', async () => {
  await stage.connection.close();
  const { bot, local, entries } = stage;
  const draw = () => Promise.reject(new Error('no canvas'));
  stage.connection = await connect({ bot, draw, token: local.token, api: local.api, log: keep(entries) });
  const message = await run('dates');
  expect(alts(message)).toEqual([]);
  expect(textOf(message)).toContain('Monday, May 1, 2017');
  expect(entries.filter(({ level }) => level === 'error').map(({ sentence }) => sentence)).toEqual([
    'The picture "Dates in order" could not be drawn',
  ]);
});

test('two pictures of a kind are two files, and each stands where it belongs', () => {
  const picture = (title: string) => ({ kind: 'timeline' as const, title, events: [] });
  const drawn = [picture('one'), picture('two')].map((one) => ({
    picture: one,
    png: Buffer.from(one.title),
  }));
  const { files, components } = toMessage(
    { blocks: drawn.map(({ picture }) => ({ kind: 'picture', picture })) },
    drawn,
  );
  expect(new Set(files.map(({ name }) => name)).size).toBe(2);
  const shown = JSON.stringify(components);
  for (const { name } of files) expect(shown).toContain(`attachment://${name}`);
});

test('an alt text longer than Discord takes is cut', () => {
  const picture = {
    kind: 'timeline' as const,
    title: 'Long',
    events: [{ when: 'Then', what: 'x'.repeat(2000) }],
  };
  const { files } = toMessage({ blocks: [] }, [{ picture, png: Buffer.from('') }]);
  expect(files.map(({ description }) => description.length)).toEqual([1024]);
});
