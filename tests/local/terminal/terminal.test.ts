// The terminal preview, used through its streams against a real discord.js client.
import { PassThrough } from 'node:stream';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drawMarkdown } from '../../../src/local/terminal/draw-markdown.ts';
import { startTerminal } from '../../../src/local/terminal/index.ts';
import { clean, createStyle, wrap } from '../../../src/local/terminal/lines.ts';
import { anyCharacter } from '../../any-character.ts';
import { discord, login } from '../server/bot.ts';

async function sitting({ colour = false, isTTY = false } = {}) {
  const local = await discord();
  const bot = await login(local, async (i) => {
    if (i.isAutocomplete())
      return i.respond([
        { name: `${i.options.getFocused()} many voted yes?`, value: 'fact:1' },
        { name: 'Who voted?', value: 'fact:2' },
      ]);
    if (i.isMessageContextMenuCommand()) return i.reply(`Checked: ${i.targetMessage.content}`);
    if (i.isButton())
      return i.update({ components: [new TextDisplayBuilder({ content: 'The longer answer' })] });
    if (!i.isChatInputCommand()) return;
    if (i.commandName === 'board')
      return i.reply(`${i.options.getSubcommand()} ${i.options.getString('question')}`);
    if (i.commandName === 'pin') {
      const { resource } = await i.reply({ content: 'Summary', withResponse: true });
      return resource?.message?.pin();
    }
    return i.reply({
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
      components: [
        new ContainerBuilder()
          .addTextDisplayComponents(
            new TextDisplayBuilder({
              content: `## Answer\n**You asked** ${i.options.getString('question', true)}`,
            }),
          )
          .addMediaGalleryComponents(
            new MediaGalleryBuilder().addItems({
              media: { url: 'https://example.org/a.png' },
              description: 'A chart',
            }),
          )
          .addActionRowComponents(
            new ActionRowBuilder<ButtonBuilder>().addComponents(
              new ButtonBuilder({ customId: 'more', label: 'Say more', style: ButtonStyle.Primary }),
            ),
          ),
      ],
    });
  });
  const question = {
    type: ApplicationCommandOptionType.String as const,
    name: 'question',
    description: 'What',
    required: true,
    autocomplete: true,
  };
  const subcommand = (name: string, options: (typeof question)[] = []) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    name,
    description: `Board ${name}`,
    options,
  });
  await bot.client.application.commands.set([
    { name: 'ask', description: 'Ask', options: [question], contexts: [0, 1], integrationTypes: [0, 1] },
    { name: 'pin', description: 'Pin', contexts: [0], defaultMemberPermissions: 1n << 13n },
    { name: 'board', description: 'Board', options: [subcommand('put', [question]), subcommand('clear')] },
    { name: 'Check this message', type: ApplicationCommandType.Message },
  ]);

  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 80, isTTY });
  let written = '';
  output.on('data', (chunk) => {
    written += chunk;
  });
  const ended = startTerminal({ local, input, output, tries: ['/ask question: how many'], colour });
  onTestFinished(() => void input.end());
  /** Sends raw input and returns what is written until it shows `until`. */
  const send = async (raw: string, until: string | RegExp) => {
    written = '';
    input.write(raw);
    const fits = () => (typeof until === 'string' ? written.includes(until) : until.test(written));
    await expect.poll(fits, { message: `waiting for ${until} in ${written}` }).toBe(true);
    return written;
  };
  const type = (line: string, until: string | RegExp = /> $/) => send(`${line}\n`, until);
  await expect.poll(() => written).toContain('> ');
  return { local, bot, ended, type, send, input, opening: written, written: () => written };
}

describe('the preview', () => {
  test('opens by saying what it is and what to try', async () => {
    const { opening } = await sitting();
    expect(opening).toContain('preview on this machine');
    expect(opening).toContain('/ask question: how many');
    expect(opening).toContain('Mia in #general> ');
  });

  test('shows a private answer with its picture and button, and presses it by number', async () => {
    const { type, local, bot } = await sitting();
    const answer = await type('/ask question: how many voted yes');
    expect(answer).toContain('Desk (app, only you can see this)');
    expect(answer).toContain('| Answer\n| You asked how many voted yes');
    expect(answer).toContain('| [picture: A chart] https://example.org/a.png');
    expect(answer).toContain('| [1] Say more');
    const pressed = await type('1');
    expect(pressed).toContain('edited');
    expect(pressed).toContain('The longer answer');
    expect(await type('7')).toContain('no button [7]');
    expect(await type('dismiss')).toContain('a message was removed');
    expect([bot.errors, local.problems()]).toEqual([[], []]);
  });

  test('takes the one required option without its name', async () => {
    const { type } = await sitting();
    expect(await type('/ask how many voted yes')).toContain('You asked how many voted yes');
    expect(await type('/ask')).toContain('This option is required');
  });

  test('takes a subcommand as a command of its own', async () => {
    const { type } = await sitting();
    expect(await type('/board put question: hello')).toContain('put hello');
    expect(await type('/board put hello')).toContain('put hello');
    expect(await type('/board clear')).toContain('clear null');
    expect(await type('/board')).toContain('There is: /ask, /board clear, /board put');
    expect(await type('help')).toMatch(/\/board clear {2}Board clear\n {2}\/board put {2}Board put/);
  });

  test('switches person and place, pins and lists pins', async () => {
    const { type } = await sitting();
    expect(await type('/pin')).toContain('Mia may not use that here. Type: as moderator');
    expect(await type('/zebra')).toContain('no such command here. There is: /');
    expect(await type('pins')).toContain('Nothing is pinned');
    expect(await type('as moderator')).toContain('Max in #general> ');
    const pinned = await type('/pin');
    expect(pinned).toContain('Desk (app, pinned)\nSummary');
    expect(pinned).toContain('pinned a message to this channel.');
    expect(await type('pins')).toContain('Summary');
    expect(await type('in user-install')).toContain('Max in #lobby> ');
    expect(await type('/ask x')).toContain('You asked x');
    expect(await type('in dm')).toContain('Max in a direct message> ');
    expect(await type('in the moon')).toContain('You can go to: server, thread, dm, user-install');
  });

  test('uses a message command on what was said', async () => {
    const { type } = await sitting();
    expect(await type('use Check this message')).toContain('say some text');
    expect(await type('say They voted yes')).toContain('Mia\nThey voted yes');
    expect(await type('use Check this message')).toContain('Checked: They voted yes');
  });

  test('answers what it does not understand in a friendly way, helps, and leaves', async () => {
    const { type, ended } = await sitting();
    expect(await type('how many voted yes')).toContain('Start with a slash');
    expect(await type('constructor')).toContain('Start with a slash');
    expect(await type('/nothing')).toContain('There is: /ask');
    expect(await type('help')).toContain('use Check this message');
    await type('quit', '');
    await ended;
  });

  test('carries out every line of a piped input, and leaves at its end', async () => {
    const { input, ended, written } = await sitting();
    input.end('/ask one\n/board clear\nsay That is all\n');
    await ended;
    expect(written()).toMatch(/You asked one.*clear null.*That is all/s);
  });

  test('ends with the local Discord', async () => {
    const { local, ended } = await sitting();
    await local.close();
    await ended;
  });

  test('Tab completes command names, options, and what the bot offers', async () => {
    const { send, bot } = await sitting({ isTTY: true });
    await send('/as\t', '/ask ');
    await send('\t', 'question: ');
    await send('how\t', 'how many voted yes?');
    await send('\t', 'Who voted?');
    await send('\t', 'how many voted yes?');
    await send('\r', /You asked.*fact:1/s);
    await send('/bo\t', '/board ');
    await send('p\t', 'ut ');
    await send('\t', 'question: ');
    await send('how\t', 'how many voted yes?');
    await send('\r', 'put fact:1');
    expect(bot.errors).toEqual([]);
  });

  test('colours only when asked to', async () => {
    const coloured = await sitting({ colour: true });
    expect(coloured.opening).toContain('\u001b[1mA');
    const plain = await sitting();
    expect(await plain.type('/ask x')).not.toContain('\u001b');
  });
});

describe('text of others', () => {
  const plain = { style: createStyle(false), nameOf: () => 'Mia' };
  const shown = (text: string) => drawMarkdown(text, plain).map(({ first, text }) => first + text);

  test('cannot steer the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not get through
        expect(shown(text).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
    expect(clean('\u001b[2Ja\rb')).toBe('\ufffd[2Ja\nb');
  });

  test('is shown as Discord shows it', () => {
    expect(shown('## Big\n-# small\n> quoted\n- item\n  1. one\n  2. **two\n     lines**\n\nText')).toEqual([
      'Big',
      'small',
      '| quoted',
      '- item',
      '  1. one',
      '  2. two',
      '     lines',
      '',
      'Text',
    ]);
    expect(shown('**a *b*** __c__ ~~d~~ `e*` \\*f\\*')).toEqual(['a b c d e* *f*']);
    expect(shown('[paper](https://example.org/x) https://a.example <@12> </ask:34> <:yes:5>')).toEqual([
      'paper (https://example.org/x) https://a.example @Mia /ask :yes:',
    ]);
    expect(shown('<t:1493084700:R> ||hidden||')).toEqual(['Tue, 25 Apr 2017 01:45:00 GMT hidden']);
    expect(shown('```\n**not bold**\n```')).toEqual(['  **not bold**']);
    expect(createStyle(true)('bold', 'two words')).toBe('\u001b[1mtwo\u001b[22m \u001b[1mwords\u001b[22m');
  });

  test('is wrapped between words', () => {
    const [line] = drawMarkdown(`- ${'word '.repeat(10).trim()}`, plain);
    expect(line && wrap(line, 24)).toEqual(['- word word word word', '  word word word word', '  word word']);
  });
});
