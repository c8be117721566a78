// "Check this message": every sentence in a message is checked, in private until the member shares it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Message, Person, Place } from '../../src/local/server/index.ts';
import {
  button,
  buttonsOf,
  createStage,
  expectNoFaults,
  isPrivate,
  only,
  type Stage,
  textOf,
} from './stage.ts';

let stage: Stage;
let mia: Person;
let noah: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage();
  ({ mia, noah } = stage.local.world.people);
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
// A restarted bot has forgotten what was just posted.
beforeEach(() => stage.restart());
afterEach(() => expectNoFaults(stage));

const checkMessage = async (message: Message, place = general) =>
  only(await stage.local.runOnMessage(mia, place, 'Check this message', message));
const check = (text: string, place = general, more?: Partial<Message>) =>
  checkMessage(stage.local.say(noah, place, text, more), place);

/** The claims that are quoted below their verdicts. */
const claimsIn = (message: Message) =>
  textOf(message)
    .split('\n')
    .flatMap((line) => /^-# “(.*)”$/.exec(line)?.[1] ?? []);
const quoted = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replace(/\.$/, ''));

const SENTENCES = ['96.3% of them voted yes.', 'Only 12% voted yes.', 'Cats are great pets.'];

test('each of several sentences gets its verdict, in private, with the passages that bear it out', async () => {
  const answer = await check(SENTENCES.join(' '));
  expect(isPrivate(answer)).toBe(true);
  expect(claimsIn(answer)).toEqual(quoted(SENTENCES));
  const [, yes = '', no = '', other = ''] = textOf(answer).split(/^### /m);
  expect(yes).toMatch(/^Yes, the Writers Guild of America says so; the article does not confirm it\n/);
  expect(no).toMatch(/^No, the article says otherwise: 96\.3% voted yes\n/);
  expect(other).toMatch(/^The article doesn't say\n/);
  expect(textOf(answer)).toContain('Paragraph 3: “96.3% of the 6,310 writers who cast ballots');
});

test('lines are sentences of their own, and the mark of a quoted line does not mean "more than"', async () => {
  const answer = await check('> 96.3% voted yes\nthe studios refused everything');
  expect(claimsIn(answer)).toEqual(['96.3% voted yes', 'the studios refused everything']);
  expect(textOf(answer)).toContain('Yes, the Writers Guild of America says so');
});

test('of more than ten sentences, ten are checked, and the reply says so', async () => {
  const answer = await check(SENTENCES.concat(SENTENCES, SENTENCES, SENTENCES).join(' '));
  expect(claimsIn(answer)).toHaveLength(10);
  expect(textOf(answer)).toContain('At most 10 claims of a message are checked.');
});

test('a message of the maximum length is checked within the limits of one message', async () => {
  const sentence =
    'The *writers* say that they_want a share_of_the profits of streaming `services`, and so on. ';
  const answer = await check(sentence.repeat(22).slice(0, 2000));
  expect(claimsIn(answer).length).toBeGreaterThan(5);
  expect(textOf(answer)).toContain("As of the article's 6:45 p.m. update");
});

const YES = '96.3% of them voted yes.';
const NO = 'Only 12% voted yes.';
const PETS = 'Cats are great pets.';
const file = {
  id: '1',
  filename: 'chart.png',
  size: 1,
  url: 'http://127.0.0.1/chart.png',
  proxy_url: 'http://127.0.0.1/chart.png',
  content_type: 'image/png',
};
const poll = {
  question: { text: YES },
  answers: [{ answer_id: 1, poll_media: { text: NO } }],
  expiry: null,
  allow_multiselect: false,
  layout_type: 1,
};
const sticker = { id: '100000000000000001', name: 'Wave', format_type: 1 };
const display = (content: string) => ({ type: 10, id: 0, content });
const v2 = {
  flags: 1 << 15,
  components: [
    display(`### ${YES}`),
    { type: 17, id: 0, components: [{ type: 9, id: 0, components: [display(`-# ${NO}`)], accessory: file }] },
    { type: 1, id: 0, components: [{ type: 2, id: 0, style: 2, label: 'Sign up', custom_id: 'x' }] },
  ] as Message['components'],
};
const forward = (message: Partial<Message>): Partial<Message> => ({
  flags: 1 << 14,
  message_reference: { type: 1, channel_id: '100000000000000001', message_id: '100000000000000002' },
  message_snapshots: [
    { message: { type: 0, flags: 0, attachments: [], embeds: [], components: [], ...message } },
  ],
});

describe('what a message holds besides its text is read, and named', () => {
  test.each<[string, Partial<Message>, string[], string]>([
    ['an embed', { embeds: [{ title: YES, description: NO }] }, [YES, NO], 'I read its embeds.'],
    [
      'the fields of an embed',
      {
        embeds: [
          {
            fields: [
              { name: 'Result', value: YES },
              { name: '\u200b', value: NO },
            ],
          },
        ],
      },
      [`Result: ${YES}`, NO],
      'I read its embeds.',
    ],
    ['a poll', { poll }, [YES, NO], 'I read its poll.'],
    ['a forward', forward({ content: `${YES} ${NO}` }), [YES, NO], 'I read the forwarded message.'],
    [
      'a forward of an embed and a file',
      forward({ content: YES, embeds: [{ description: NO }], attachments: [file] }),
      [YES, NO],
      'I read the forwarded message; I cannot read files.',
    ],
    ['a forward of components', forward(v2), [YES, NO], 'I read the forwarded message.'],
    ['components alone', v2, [YES, NO], ''],
    [
      'who an embed is by',
      { embeds: [{ description: YES, author: { name: NO }, footer: { text: NO } }] },
      [],
      '',
    ],
  ])('%s', async (_, more, claims, reading) => {
    const answer = await check('', general, more);
    expect(claimsIn(answer)).toEqual(claims.length > 1 ? quoted(claims) : []);
    expect(textOf(answer)).toContain('96.3%');
    if (reading) expect(textOf(answer)).toContain(`-# From this message ${reading}`);
    else expect(textOf(answer)).not.toContain('cannot read');
  });

  test('text, embeds and a poll are read in this order', async () => {
    const answer = await check(PETS, general, { embeds: [{ description: NO }], poll, attachments: [file] });
    expect(claimsIn(answer)).toEqual(quoted([PETS, NO, YES, NO]));
    expect(textOf(answer)).toContain(
      '-# From this message I read its text, its embeds, and its poll; I cannot read files.',
    );
  });

  test('a poll is read even where the bot is not a member', async () => {
    const { elsewhere } = stage.local.world.places;
    expect(claimsIn(await check('', elsewhere, { poll }))).toHaveLength(2);
  });
});

describe('a message without text gets the reason, and nothing to share', () => {
  test.each<[string, Partial<Message>, string]>([
    ['a file', { attachments: [file] }, 'only files.'],
    ['a voice message', { attachments: [file], flags: 1 << 13 }, 'only a voice message.'],
    ['files and stickers', { attachments: [file], sticker_items: [sticker] }, 'only files and stickers.'],
    ['a forwarded file', forward({ attachments: [file] }), 'only files.'],
    ['nothing', {}, 'There is no text in this message.'],
    [
      'an embed of a picture',
      { embeds: [{ image: { url: file.url } }] },
      'There is no text in this message.',
    ],
  ])('%s', async (_, more, words) => {
    const answer = await check('', general, more);
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain(words);
    expect(buttonsOf(answer).size).toBe(0);
  });

  test('nothing but the mark of a quotation', async () => {
    expect(textOf(await check('> '))).toContain('There is no text to check');
  });

  test('an answer of the bot itself', async () => {
    const asked = only(await stage.local.run(mia, general, 'ask', { question: 'how many voted yes' }));
    await stage.local.press(mia, asked, button(asked, 'Share'));
    const shared = stage.local.messages(mia, general).findLast((message) => !isPrivate(message));
    const answer = await checkMessage(shared as Message);
    expect(textOf(answer)).toContain('I wrote this message myself');
    expect(buttonsOf(answer).size).toBe(0);
  });
});

test.each([
  ['short', 'Only 12% voted yes.'],
  ['too long for a button', `Only 12% voted yes. ${'The studios *refused* everything. '.repeat(8)}`.trim()],
])('Share posts the verdicts for everyone, with the text and who shared it (%s)', async (_, text) => {
  const answer = await check(text);
  await stage.restart();
  await stage.local.press(mia, answer, button(answer, 'Share'));
  const shared = stage.local.messages(noah, general).at(-1);
  expect(textOf(shared)).toContain('Shared by Mia');
  expect(textOf(shared)).toMatch(/^-# Claims?: “?Only 12% voted yes\./m);
  expect(textOf(shared)).toContain('No, the article says otherwise: 96.3% voted yes');
  expect(buttonsOf(shared).has('Remove')).toBe(true);
  const own = stage.local.messages(mia, general).find(({ id }) => id === answer.id);
  expect(textOf(own)).toContain('Shared in this channel.');
});

test('it works in a direct message and where the bot is no member, too', async () => {
  for (const place of [stage.local.world.dm(mia), stage.local.world.places.elsewhere]) {
    const said = stage.local.say(mia, place, '96.3% of them voted yes.');
    expect(textOf(await checkMessage(said, place))).toContain('Yes, the Writers Guild of America says so');
  }
});
