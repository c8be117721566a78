// A summary in another channel than the one where the command is used: who may, where it goes, and what stops it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ComponentType,
  eachComponent,
  type Message,
  type PermissionName,
  type Place,
} from '../../src/local/server/index.ts';
import { createMemoryStore } from '../../src/store/index.ts';
import { button, createStage, isPrivate, only, postAsBot, type Stage, textOf } from './stage.ts';
import { isOwnSummary, withChange } from './summaries.ts';

let stage: Stage;
let places: Stage['local']['world']['places'];
const max = () => stage.local.world.people.max;
beforeEach(async () => {
  stage = await createStage();
  places = stage.local.world.places;
});
afterEach(async () => {
  expect(stage.local.problems()).toEqual([]);
  await stage.close();
});

/** Runs a subcommand in #general for another channel; returns the one private answer. */
async function ask(subcommand: string, channel: Place = places.deskTalk): Promise<Message> {
  const sent = stage.local.run(max(), places.general, `summary ${subcommand}`, { channel: channel.id });
  const answer = only(await sent);
  expect(isPrivate(answer)).toBe(true);
  expect(answer.channel_id).toBe(places.general.id);
  return answer;
}
const press = async (message: Message, label: string): Promise<Message> =>
  only(await stage.local.press(max(), message, button(message, label)));

/** Presses a button in #general that names a channel, as if it were one of the bot's own. */
async function forge(channel: string, command = 'summary+post', more = ''): Promise<string> {
  const custom_id = `${command}?channel=${encodeURIComponent(channel)}${more}`;
  const message = await postAsBot(stage, places.general, {
    flags: 1 << 15,
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Press me', custom_id }] }],
  });
  const answer = await press(message, 'Press me');
  expect(isPrivate(answer)).toBe(true);
  return textOf(answer);
}
const own = (place: Place) => stage.local.messages(max(), place).filter(isOwnSummary);
const pinned = (place: Place) => stage.local.pins(place).filter(isOwnSummary);
const nothingPosted = () => {
  for (const place of Object.values(places)) expect(own(place)).toEqual([]);
};

describe('where it goes', () => {
  test('it is posted and pinned in the other channel alone, and the answer names and links it', async () => {
    const answer = await ask('post');
    expect(textOf(answer)).toContain(`In <#${places.deskTalk.id}>:`);
    expect(textOf(answer)).toContain('posted and pinned');
    const [summary] = pinned(places.deskTalk);
    expect(textOf(answer)).toContain(`/${places.deskTalk.id}/${summary?.id}`);
    expect(summary?.attachments).toHaveLength(2);
    expect(own(places.deskTalk)).toHaveLength(1);
    expect(own(places.general)).toEqual([]);
  });

  test('what the bot may not do where the command is used does not matter', async () => {
    stage.local.deny('bot', places.general, 'AttachFiles', 'PinMessages', 'SendMessages');
    expect(textOf(await ask('post'))).toContain('posted and pinned');
    expect(pinned(places.deskTalk)[0]?.attachments).toHaveLength(2);
  });

  test('the channel where the command is used may be named too, and is not told then', async () => {
    const answer = await ask('post', places.general);
    expect(textOf(answer)).toContain('posted and pinned');
    expect(textOf(answer)).not.toContain('<#');
    expect(pinned(places.general)).toHaveLength(1);
  });

  test('the menu and the button of a preview keep the channel', async () => {
    const preview = await ask('preview');
    const menu = [...eachComponent(preview.components)].find(
      ({ type }) => type === ComponentType.StringSelect,
    );
    const chosen = only(await stage.local.select(max(), preview, menu?.custom_id ?? '', ['votes', 'dates']));
    expect(chosen.id).toBe(preview.id);
    for (const message of [preview, chosen])
      expect(textOf(message)).toContain(`In <#${places.deskTalk.id}>:`);
    nothingPosted();
    await press(chosen, 'Post and pin');
    expect(own(places.general)).toEqual([]);
    expect(textOf(pinned(places.deskTalk)[0])).not.toContain('What the guild asks for');
    expect(textOf(pinned(places.deskTalk)[0])).toContain('### Dates');
  });

  test('update edits the one in the other channel, with its sections; its own button needs no channel', async () => {
    await forge(places.deskTalk.id, 'summary+post', '&sections=votes');
    const [before] = pinned(places.deskTalk);
    stage.desk = withChange(stage.desk, 'changed once');
    expect(textOf(await ask('update'))).toContain('updated, in its place');
    const [after] = pinned(places.deskTalk);
    expect(after?.id).toBe(before?.id);
    expect(textOf(after)).toContain('changed once');
    expect(textOf(after)).not.toContain('### Dates');
    expect(button(after, 'Update')).toBe('summary+update?sections=votes');
    expect(textOf(await press(after as Message, 'Update'))).toContain('already up to date');
  });

  test('remove asks, then deletes the one in the other channel alone', async () => {
    await ask('post');
    await ask('post', places.general);
    const asked = await ask('remove');
    expect(textOf(asked)).toContain(`In <#${places.deskTalk.id}>:`);
    expect(textOf(await press(asked, 'Delete it'))).toContain('is deleted');
    expect(own(places.deskTalk)).toEqual([]);
    expect(pinned(places.general)).toHaveLength(1);
  });

  test('a thread, a post of a forum and an announcement channel can be named', async () => {
    for (const place of [places.thread, places.post])
      expect(textOf(await ask('post', place))).toContain('It is in this thread');
    expect(textOf(await ask('post', places.announcements))).toContain('only if a moderator publishes');
    for (const place of [places.thread, places.post, places.announcements])
      expect(pinned(place)).toHaveLength(1);
  });

  test('over HTTP it is posted there, too', async () => {
    const served = await createStage({}, { copies: [createMemoryStore()] });
    const { people, places: there } = served.local.world;
    const channel = there.deskTalk.id;
    const answer = only(await served.local.run(people.max, there.general, 'summary post', { channel }));
    expect(textOf(answer)).toContain(`In <#${channel}>:\nThe summary is posted and pinned.`);
    expect(served.local.pins(there.deskTalk).filter(isOwnSummary)).toHaveLength(1);
    expect(served.local.problems()).toEqual([]);
    await served.close();
  });

  test('two moderators in two channels who name the same one leave one summary', async () => {
    const run = (place: Place) =>
      stage.local.run(max(), place, 'summary post', { channel: places.deskTalk.id });
    await Promise.all([run(places.general), run(places.announcements), run(places.deskTalk)]);
    expect(own(places.deskTalk)).toHaveLength(1);
  });
});

describe('what stops it', () => {
  test.each<[PermissionName[], string]>([
    [['ViewChannel'], 'You lack a permission in this channel: "View Channel"'],
    [['SendMessages'], 'You lack a permission in this channel: "Send Messages"'],
    [
      ['PinMessages', 'ManageMessages'],
      'You lack a permission in this channel: "Pin Messages" or "Manage Messages"',
    ],
  ])('a moderator without %s there', async (permissions, words) => {
    stage.local.deny(max(), places.deskTalk, ...permissions);
    for (const subcommand of ['post', 'update'])
      expect(textOf(await ask(subcommand))).toContain(`In <#${places.deskTalk.id}>:\n${words}`);
    nothingPosted();
  });

  test('one of the two permissions to pin is enough', async () => {
    stage.local.deny(max(), places.deskTalk, 'ManageMessages');
    expect(textOf(await ask('post'))).toContain('posted and pinned');
  });

  test('a moderator who may not pin there cannot delete what is there either', async () => {
    await ask('post');
    const asked = await ask('remove');
    stage.local.deny(max(), places.deskTalk, 'ManageMessages', 'PinMessages');
    expect(textOf(await press(asked, 'Delete it'))).toContain('"Pin Messages" or "Manage Messages"');
    expect(pinned(places.deskTalk)).toHaveLength(1);
  });

  test.each<[PermissionName, string]>([
    ['ViewChannel', 'I cannot look into this channel'],
    ['SendMessages', 'I lack a permission in this channel: "Send Messages"'],
    ['EmbedLinks', '"Embed Links"'],
    ['AttachFiles', '"Attach Files"'],
    ['ReadMessageHistory', '"Read Message History"'],
    ['PinMessages', '"Pin Messages"'],
  ])('the bot without %s there', async (permission, words) => {
    stage.local.deny('bot', places.deskTalk, permission);
    const said = textOf(await ask('post'));
    expect(said).toContain(words);
    expect(said).toContain('Nothing was changed.');
    nothingPosted();
  });

  test.each<[string, () => void, string]>([
    [
      'the bot may not pin there',
      () => stage.local.deny('bot', places.deskTalk, 'PinMessages'),
      'I lack a permission in this channel: "Pin Messages"',
    ],
    [
      'the moderator may not post there',
      () => stage.local.deny(max(), places.deskTalk, 'SendMessages'),
      'You lack a permission in this channel: "Send Messages"',
    ],
    [
      'the bot may not see it',
      () => stage.local.deny('bot', places.deskTalk, 'ViewChannel'),
      'I cannot look into this channel',
    ],
  ])('a preview says at once that %s, above the summary', async (_, stop, words) => {
    stop();
    const preview = await ask('preview');
    const [above, below] = textOf(preview).split('Preview: only you see it.');
    expect(above).toContain(`In <#${places.deskTalk.id}>:`);
    expect(above).toContain('As things are, it cannot be posted');
    expect(above).toContain(words);
    expect(below).toContain('What the guild asks for');
    const menu = [...eachComponent(preview.components)].find(
      ({ type }) => type === ComponentType.StringSelect,
    );
    const chosen = only(await stage.local.select(max(), preview, menu?.custom_id ?? '', ['votes']));
    expect(textOf(chosen)).toContain(words);
    expect(textOf(await press(chosen, 'Post and pin'))).toContain(words);
    nothingPosted();
  });

  test('a preview and a question in the channel itself look at it, too', async () => {
    const here = async (subcommand: string) =>
      textOf(only(await stage.local.run(max(), places.general, `summary ${subcommand}`)));
    expect(await here('preview')).not.toContain('cannot be posted');
    expect(await here('remove')).toBe('There is no summary of mine here.');
    stage.local.deny('bot', places.general, 'AttachFiles', 'ReadMessageHistory');
    expect(await here('preview')).toContain(
      'I lack permissions in this channel: "Attach Files", "Read Message History"',
    );
    expect(await here('remove')).toBe(
      'I lack a permission in this channel: "Read Message History". Nothing was changed.',
    );
  });

  test('before a summary is deleted it is looked for in its channel; where none is, nothing is asked', async () => {
    await ask('post', places.general);
    expect(textOf(await ask('remove'))).toBe(
      `-# In <#${places.deskTalk.id}>:\nThere is no summary of mine here.`,
    );
    expect(textOf(await ask('remove', places.general))).toContain("Delete this channel's summary?");
    expect(pinned(places.general)).toHaveLength(1);
  });

  test('a thread has the permissions of the channel above it', async () => {
    stage.local.deny(max(), places.general, 'SendMessagesInThreads');
    expect(textOf(await ask('post', places.thread))).toContain(
      'You lack a permission in this channel: "Send Messages in Threads"',
    );
    stage.local.allow(max(), places.general, 'SendMessagesInThreads');
    stage.local.deny('bot', places.general, 'PinMessages');
    expect(textOf(await ask('post', places.thread))).toContain(
      'I lack a permission in this channel: "Pin Messages"',
    );
    nothingPosted();
  });

  test('a forum, a channel of another server, a direct message, no channel at all, and no id', async () => {
    expect(await forge(places.forum.id)).toContain('inside one of its posts');
    expect(await forge(places.elsewhere.id)).toContain('I cannot look into this channel');
    expect(await forge(stage.local.world.dm(max()).id)).toContain('not in this server');
    expect(await forge('999999999999999999')).toContain('This channel is gone');
    for (const channel of ['', 'general', '1', '@everyone', `${places.deskTalk.id}0000`])
      expect(await forge(channel)).toContain('Choose a channel from the list.');
    for (const [command, more] of [
      ['summary+preview', ''],
      ['summary+update', '&sections=votes'],
      ['summary+remove', '&confirmed=yes'],
    ] as const)
      expect(await forge('general', command, more)).toContain('Choose a channel from the list.');
    nothingPosted();
  });

  test('a member who forges it is told why not, and nothing is posted', async () => {
    const { mia } = stage.local.world.people;
    const custom_id = `summary+post?channel=${places.deskTalk.id}`;
    const message = await postAsBot(stage, places.general, {
      flags: 1 << 15,
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Press me', custom_id }] }],
    });
    expect(textOf(only(await stage.local.press(mia, message, custom_id)))).toContain('is only for members');
    // Here she may pin, but not there.
    stage.local.allow(mia, places.general, 'PinMessages');
    expect(textOf(only(await stage.local.press(mia, message, custom_id)))).toContain('You lack a permission');
    nothingPosted();
  });

  test.each([
    ['menu/sections/summary+preview?', 'gossip', 'That section is gone'],
    ['menu/channel/summary+post?', 'general', 'Choose a channel from the list.'],
    ['menu/channel/summary+post?', '999999999999999999', 'This channel is gone'],
    ['menu/channel/summary+remove?confirmed=yes', '999999999999999999', 'This channel is gone'],
    ['menu/question/gone?', 'anything', 'This button is out of date'],
  ])('a menu that was forged, %s with %s', async (custom_id, value, words) => {
    const message = await postAsBot(stage, places.general, {
      flags: 1 << 15,
      components: [
        { type: 1, components: [{ type: 3, custom_id, options: [{ label: 'Choose me', value }] }] },
      ],
    });
    const answer = only(await stage.local.select(max(), message, custom_id, [value]));
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain(words);
    nothingPosted();
  });

  test('an answer that gets lost while the channel is looked at changes nothing', async () => {
    stage.local.failNext({ method: 'GET', route: /^\/guilds\/\d+$/, status: 500, times: 9 });
    expect(textOf(await ask('post'))).toContain("Something failed on Discord's side. Nothing was changed.");
    nothingPosted();
  });
});
