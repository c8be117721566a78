// The commands with the real knowledge: every reply is complete, dated and attributed, and fits one message.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { type Block, createBot, encode, type Reply, toPlainText } from '../../src/bot/index.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { asker, HOSTILE } from '../fixtures.ts';
import { desk } from '../real-desk.ts';

const bot = createBot(await loadCommands(), desk);
const { article, facts } = desk.knowledge;
const say = (command: string, options: Record<string, string> = {}) =>
  bot.respond({ command, options, member: asker });
const textOf = ({ blocks }: Reply) => toPlainText(blocks);
const isAsOf = (block: Block) => block.kind === 'note' && block.text === `As of ${article.asOf}`;

const questions = ['how many voted yes', 'what time did the polls close', 'vote', 'zebra', HOSTILE];
const requests = [
  ...['votes', 'demands', 'dates', 'quotes', 'source'].map((command) => ({ command, options: {} })),
  ...[...facts.keys()].map((fact) => ({ command: 'show', options: { fact } })),
  ...questions.map((question) => ({ command: 'ask', options: { question } })),
];

describe.each(requests)('/$command $options', ({ command, options }) => {
  test('is dated, fits one message, and every button can be pressed', async () => {
    const reply = await say(command, options);
    expect(reply.blocks.filter(isAsOf)).toHaveLength(1);
    expect(JSON.stringify(toMessage(reply).components)).not.toContain('left out');
    const customIds = (reply.buttons ?? []).map(({ request }) => encode(request));
    expect(new Set(customIds).size).toBe(customIds.length);
    for (const { label, request } of reply.buttons ?? []) {
      expect(label).toMatch(/^\S.{0,79}$/);
      if (request.share || command === 'ask') continue;
      const pressed = await bot.respond({ ...request, member: asker });
      expect(pressed.blocks.some(isAsOf)).toBe(true);
    }
  });
});

test.each([...facts.values()])('$id shows short answer, claim, who says so, and each citation', (fact) => {
  const found = desk.show(fact.id);
  expect(found?.fact).toBe(fact);
  return say('show', { fact: fact.id }).then((reply) => {
    const text = textOf(reply);
    const at = [
      fact.short,
      fact.claim,
      /^(The article says so|.* says? so; the article|Disputed between|Worked out)/m,
    ].map((part) => (typeof part === 'string' ? text.indexOf(part) : text.search(part)));
    expect(at.every((position) => position >= 0)).toBe(true);
    expect(at[2]).toBeGreaterThan(at[0] ?? 0);
    for (const { paragraph, excerpt } of fact.citations)
      expect(
        reply.blocks.some(
          (b) => b.kind === 'citation' && b.paragraph === paragraph && b.excerpt.includes(excerpt),
        ),
      ).toBe(true);
    if (fact.quotation) expect(text).toContain(`“${fact.quotation.text.replace(/,$/, '')}”`);
    if (fact.working) expect(text).toContain(fact.working);
  });
});

test('/votes compares both yes shares and says what is missing of 2007', async () => {
  const text = textOf(await say('votes'));
  const now = '- Voted yes: 96.3% of ballots\n- Ballots cast: 6,310\n- Turnout of eligible members: 67.5%\n';
  expect(text).toContain(`${now}- All members: nearly 13,000\n`);
  expect(text).toMatch(
    /^Voted yes, Ballots cast, Turnout .*: the Writers Guild of America says so\. All members: /m,
  );
  expect(text).toContain('The 2007 vote\n- Voted yes: 90% of ballots\n');
  expect(text).toContain("The article doesn't say: ballots cast, turnout of eligible members, all members.");
  expect(text).not.toContain('6,074 to 6,079');
});

test('/demands gives the four demands, and the refusal as the guild’s claim', async () => {
  const text = textOf(await say('demands'));
  for (const demand of ['3% increase in minimums', 'script fees', 'residuals', 'health plan'])
    expect(text).toContain(demand);
  expect(text).toMatch(/^- According to the guild, the studios have said ‘no’ to almost all [^(]*$/m);
});

test('/dates runs from the talks to the end of the contract, in plain text', async () => {
  const text = textOf(await say('dates'));
  const dates = ['March 2017', 'March 24, 2017', 'April 24, 2017', 'April 25, 2017', 'May 1, 2017'];
  const positions = dates.map((date) => text.indexOf(`${date}: `));
  expect(positions.every((position) => position >= 0)).toBe(true);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(text).not.toContain('<t:');
});

test('/quotes gives every quotation in full', async () => {
  const text = textOf(await say('quotes'));
  const quotations = [...facts.values()].flatMap(({ quotation }) => quotation ?? []);
  expect(quotations.length).toBeGreaterThanOrEqual(6);
  const at = quotations
    .toSorted((a, b) => a.paragraph - b.paragraph)
    .map((quotation) => text.indexOf(`“${quotation.text.replace(/,$/, '')}”`));
  expect(at.every((position) => position >= 0)).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(text.match(/in a podcast produced by the guild/gi)).toHaveLength(1);
  expect(text.match(/Chris Keyser, co-chair/g)).toHaveLength(1);
  expect(text).not.toContain(',”');
});

test('/source gives outlet, address and coverage', async () => {
  const text = textOf(await say('source'));
  expect(text).toContain('Los Angeles Times, Monday, April 24, 2017');
  expect(text).toContain(article.address);
  expect(text).toContain(`${facts.size} facts`);
  expect(text).toContain('Not known: headline, byline');
});

test('/help has three questions to try, and each is answered', async () => {
  const { buttons = [] } = await say('help');
  const examples = buttons.filter(({ request }) => !request.share);
  expect(examples).toHaveLength(3);
  for (const { request } of examples) expect(desk.ask(request.options.question ?? '').outcome).toBe('found');
});

test('/privacy says that nothing is kept', async () => {
  expect(textOf(await say('privacy'))).toContain('Nothing is kept');
});

describe('a question of several parts', () => {
  const leads = ({ blocks }: Reply) =>
    blocks.flatMap((block) => (block.kind === 'lead' || block.kind === 'heading' ? [block.text] : []));

  test.each([
    ['who are you and do you log this', [/^Picket Desk /, /^Privacy$/, /^Nothing is kept/]],
    ['When was the vote, and who runs this bot?', [/^Monday, April 24, 2017$/, /^Picket Desk /]],
    ['who made this bot? which shows would stop first?', [/^Picket Desk /, /not which shows/]],
  ])('has all of them answered where one is about the bot: %s', async (question, expected) => {
    const reply = await say('ask', { question });
    expect(leads(reply)).toEqual(expected.map((lead) => expect.stringMatching(lead)));
    expect(reply.blocks[0]).toEqual({ kind: 'question', text: question });
    expect(reply.blocks.filter(isAsOf).length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(toMessage(reply).components)).not.toContain('left out');
  });

  test('is answered from the article where that says all of it, in words that also ask for a command', async () => {
    const reply = await say('ask', { question: 'how many voted yes and what did Keyser say about striking' });
    expect(reply.outcome).toBe('found');
    expect(reply.buttons?.map(({ label }) => label)).toContain('Share');
  });
});

test('/ask offers known questions while one is typed', () => {
  const choices = bot.suggest({ command: 'ask', option: 'question', typed: 'turnout' });
  expect(choices.length).toBeGreaterThan(0);
  expect(choices.length).toBeLessThanOrEqual(10);
  expect(choices[0]?.value).toMatch(/turnout/);
});

test('what a hostile member types stands in the question block alone', async () => {
  const { blocks } = await say('ask', { question: HOSTILE });
  expect(blocks[0]).toEqual({ kind: 'question', text: HOSTILE.replace('\n', ' ') });
  expect(toPlainText(blocks.slice(1))).not.toMatch(/@everyone|<@|\*\*|\]\(/);
});

test('the short answer to the vote is cited and claimed by the guild', async () => {
  const text = textOf(await say('ask', { question: 'how many voted yes' }));
  expect(text).toContain('96.3% voted yes');
  expect(text).toContain('The Writers Guild of America says so; the article does not confirm it.');
  expect(text).not.toMatch(/confidence|score|% sure/i);
});

test.each([
  ['is answered', 'how many voted? how many voted yes? what is the turnout? when was the vote?'],
  [
    'is refused',
    'how many voted yes? what time did the polls close? what hour was the result announced? when was the vote?',
  ],
  ['asks for a command, too', 'who runs this bot? how many voted? how many voted yes? when was the vote?'],
])('of a question that %s, the fourth part is to be asked again', async (_, question) => {
  expect(textOf(await say('ask', { question }))).toContain(
    'I answer 3 questions at a time. Please ask again: when was the vote?',
  );
});
