// Requests and replies without Discord: typed commands, pressed buttons, sharing, and requests that are refused.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createBot, type Request } from '../../src/bot/bot.ts';
import { type Command, type CommandGroup, defineCommand, defineCommandGroup } from '../../src/bot/command.ts';
import { notice, outdated } from '../../src/bot/reply.ts';
import { asker, bystander, HOSTILE, moderator } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

const echo = defineCommand({
  description: 'Says it again',
  options: z.object({ text: z.string().min(1, 'Type a text.') }),
  suggest: { text: (typed) => [{ name: `${typed}!`, value: typed }] },
  run: ({ text }) => ({ blocks: [{ kind: 'lead', text }], buttons: [] }),
});
const repeat = defineCommand({
  description: 'Says it once more',
  options: z.object({ text: z.string() }),
  complete: {
    text(typed) {
      completed.push(typed);
      return [`${typed} again`];
    },
  },
  run: ({ text }) => ({ blocks: [{ kind: 'lead', text }] }),
});
const completed: string[] = [];
const staff = defineCommand({
  requires: 'ManageMessages',
  options: z.object({}),
  run: () => ({ blocks: [{ kind: 'lead', text: 'done' }], shareable: false }),
});
const board = defineCommandGroup({
  description: 'The noticeboard',
  requires: 'ManageMessages',
  subcommands: { put: echo, look: staff },
});
const bot = createBot(
  new Map<string, Command | CommandGroup>(Object.entries({ echo, repeat, staff, board })),
  desk,
);
const press = (request: Partial<Request>) =>
  bot.respond({ command: 'echo', options: { text: 'hello' }, member: asker, ...request });

test('a reply offers to share the request that it answers', async () => {
  expect(await press({})).toEqual({
    blocks: [{ kind: 'lead', text: 'hello' }],
    buttons: [{ label: 'Share', request: { command: 'echo', options: { text: 'hello' }, share: true } }],
  });
});

describe('a shared reply', () => {
  test('says who shared it, and can be removed by its asker', async () => {
    const reply = await press({ share: true });
    expect(reply.blocks[0]).toEqual({ kind: 'note', text: 'Shared by Ann' });
    expect(reply.buttons).toEqual([
      { label: 'Remove', request: { command: 'remove', options: { asker: asker.id } } },
    ]);
  });

  test('leaves a private message that cannot be shared again', async () => {
    const { act } = await press({ share: true });
    expect(act).toEqual({
      kind: 'share',
      subject: '["echo",{"text":"hello"}]',
      instead: {
        blocks: [
          { kind: 'lead', text: 'hello' },
          { kind: 'note', text: 'Shared in this channel.' },
        ],
        buttons: [],
      },
    });
  });
});

test('what no button can hold is not offered for sharing', async () => {
  expect((await press({ options: { text: HOSTILE } })).buttons).toEqual([]);
});

const asModerator = { command: 'staff', options: {}, member: moderator };

test.each([
  ['an unknown command', { command: 'gone' }, 'This button is out of date. Ask again with /ask.'],
  ['a missing option', { options: {} }, /./],
  ['an option that fails its check', { options: { text: '' } }, 'Type a text.'],
  [
    'a member without the right',
    { command: 'staff' },
    '/staff is only for members with the permission "Manage',
  ],
  [
    'a moderator in a direct message',
    { ...asModerator, place: 'direct message' as const },
    'a direct message',
  ],
  ['a moderator where the bot is a guest', { ...asModerator, place: 'visited server' as const }, 'invite me'],
])('%s gets a private explanation and nothing to share', async (_, request, text) => {
  const reply = await press(request);
  expect(reply).toEqual(notice(expect.stringMatching(text)));
});

test('a moderator may use what is for moderators', async () => {
  const reply = await press({ command: 'staff', options: {}, member: moderator });
  expect(reply.blocks).toEqual([{ kind: 'lead', text: 'done' }]);
  expect((await press({ command: 'staff', member: bystander })).blocks).not.toEqual(reply.blocks);
});

describe('a subcommand', () => {
  test('is asked by both words, and its Share button asks it again', async () => {
    const reply = await press({ command: 'board put', member: moderator });
    expect(reply.blocks).toEqual([{ kind: 'lead', text: 'hello' }]);
    expect(reply.buttons?.[0]?.request).toEqual({
      command: 'board put',
      options: { text: 'hello' },
      share: true,
    });
    expect(bot.suggest({ command: 'board put', option: 'text', typed: 'x' })).toHaveLength(1);
  });

  test('is for whom its command is for', async () => {
    const { blocks } = await press({ command: 'board put' });
    expect(blocks).toEqual([
      { kind: 'text', text: expect.stringMatching(/^\/board put is only for members/) },
    ]);
  });

  test.each(['board', 'board gone', 'put'])('is not reached by /%s', async (command) => {
    expect(await press({ command, member: moderator })).toEqual(outdated());
  });
});

test('choices come from the command, and none where there are none', () => {
  expect(bot.suggest({ command: 'echo', option: 'text', typed: 'x' })).toEqual([{ name: 'x!', value: 'x' }]);
  expect(bot.suggest({ command: 'echo', option: 'other', typed: 'x' })).toEqual([]);
  expect(bot.suggest({ command: 'gone', option: 'text', typed: 'x' })).toEqual([]);
});

test('a suggested text is its own value, and is not looked for again when the command runs', async () => {
  expect(bot.suggest({ command: 'repeat', option: 'text', typed: 'x' })).toEqual([
    { name: 'x again', value: 'x again' },
  ]);
  completed.length = 0;
  const { blocks } = await press({ command: 'repeat', options: { text: 'x again' } });
  expect([blocks, completed]).toEqual([[{ kind: 'lead', text: 'x again' }], []]);
});
