// The commands with a small story: what each command makes of the records.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot } from '../../src/bot/bot.ts';
import { type Block, notice, type Reply } from '../../src/bot/reply.ts';
import { asker, bystander, knowledge, moderator } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

const bot = createBot(await loadCommands(), desk);
const say = (command: string, options: Record<string, string> = {}) =>
  bot.respond({ command, options, member: asker });
const suggest = (command: string, option: string, typed: string) =>
  bot.suggest({ command, option, typed }).map(({ value }) => value);
const listsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
const leadOf = ({ blocks }: Reply) => blocks.find((block) => block.kind === 'lead');
const word = (text: RegExp): Block => ({ kind: 'text', text: expect.stringMatching(text) });

describe('/votes', () => {
  test('gives the figures of each period, says what one lacks, and who says so', async () => {
    const { blocks } = await say('votes');
    expect(blocks[0]?.kind).toBe('picture');
    expect(blocks.slice(1, 8)).toEqual([
      { kind: 'lead', text: 'This vote' },
      { kind: 'list', items: ['Voted yes: 96.3% of ballots', 'Turnout: 67.5% of ballots'] },
      { kind: 'note', text: 'Voted yes: the guild says so. Turnout: the article says so.' },
      { kind: 'lead', text: 'The vote before' },
      { kind: 'list', items: ['Voted yes: 90% of ballots'] },
      { kind: 'note', text: 'The article says so.' },
      { kind: 'text', text: "The article doesn't say: turnout." },
    ]);
  });

  test('keeps what is worked out behind a button, with the workings', async () => {
    const reply = await say('votes');
    expect(listsOf(reply).flat().join()).not.toContain('6,074');
    const [button] = reply.buttons ?? [];
    const workings = await say(button?.request.command ?? '');
    expect(listsOf(workings)).toEqual([['Yes votes, 2017: 6,074 to 6,079 ballots. 96.3% of 6,310.']]);
  });
});

describe('/demands', () => {
  test('lists what is asked for, then what is said about the answer, and by whom', async () => {
    expect(listsOf(await say('demands'))).toEqual([
      ['Claim of raise.', 'Claim of health.'],
      ['Claim of refusal. The guild says so.'],
    ]);
  });

  test('shows one demand alone, by its choice or by a word of it', async () => {
    for (const topic of ['health', 'PLAN']) {
      const reply = await say('demands', { topic });
      expect(leadOf(reply)).toEqual({ kind: 'lead', text: 'A better health plan' });
      expect(listsOf(reply)).toEqual([['Claim of refusal. The guild says so.']]);
    }
  });

  test('names the demands where there is none of that kind', async () => {
    const reply = await say('demands', { topic: 'pensions' });
    expect(reply).toMatchObject({
      blocks: [word(/A raise of 3%; A better health plan\./)],
      shareable: false,
    });
  });

  test('offers the demands while one is typed', () => {
    expect(suggest('demands', 'topic', 'rai')).toEqual(['raise']);
    expect(suggest('demands', 'topic', '')).toEqual(['raise', 'health']);
  });
});

describe('/dates', () => {
  test('is in order of time, stated and resolved dates told apart', async () => {
    expect(listsOf(await say('dates'))).toEqual([
      [
        '2007: The last strike',
        'Monday, April 24, 2017: The vote (worked out)',
        'Monday, May 1, 2017: The contract ends (year worked out)',
      ],
    ]);
  });

  test('shows one event as the answer that it is', async () => {
    const reply = await say('dates', { event: 'contract' });
    expect(reply.blocks).toContainEqual({ kind: 'question', text: 'What about expiry' });
    expect(reply.blocks).toContainEqual(word(/^Worked out from the article's date: The year follows/));
  });

  test('names the events where there is none of that kind', async () => {
    const reply = await say('dates', { event: 'premiere' });
    expect(reply.blocks).toEqual([word(/The last strike; The vote; The contract ends\./)]);
    expect(suggest('dates', 'event', 'vote')).toEqual(['vote-day']);
  });
});

describe('/quotes', () => {
  test('gives a quotation in full below its speaker and setting, by any name of the speaker', async () => {
    const { blocks } = await say('quotes', { speaker: 'Keyser' });
    expect(blocks.slice(0, 3)).toEqual([
      { kind: 'lead', text: 'Chris Keyser' },
      { kind: 'text', text: 'In a podcast:' },
      {
        kind: 'quote',
        text: 'is either the threat of or the actual practice of a strike.',
        source: 'Paragraph 4',
      },
    ]);
  });

  test('offers only people who are quoted, and says so for anybody else', async () => {
    expect(suggest('quotes', 'speaker', '')).toEqual(['keyser']);
    expect((await say('quotes', { speaker: 'studios' })).blocks).toEqual([
      word(/quotes nobody by that name\. It quotes: Chris Keyser\./),
    ]);
  });
});

test('/source says what is covered, and what is not known', async () => {
  const [items] = listsOf(await say('source'));
  expect(items).toContain(`Coverage: ${knowledge.facts.size} facts, which cite 1 of its 5 paragraphs`);
  expect(items).toContain('Editions: 6:45 p.m. updated');
  expect(items).toContain('Not known: byline');
});

describe('a button under an answer', () => {
  test('shows its fact under the question that led to it', async () => {
    const reply = await say('show', { fact: 'turnout', question: 'how many came?' });
    expect(reply.blocks.slice(0, 2)).toEqual([
      { kind: 'question', text: 'how many came?' },
      { kind: 'lead', text: 'Short of turnout' },
    ]);
  });

  test('whose fact is gone asks to ask again', async () => {
    const reply = await say('show', { fact: 'gone' });
    expect(reply).toEqual(notice('This button is out of date. Ask again with /ask.'));
  });
});

describe('Remove', () => {
  const remove = (member: typeof asker) =>
    bot.respond({ command: 'remove', options: { asker: asker.id }, member });

  test.each([asker, moderator])('is for its asker and for moderators ($name)', async (member) => {
    expect((await remove(member)).act).toEqual({ kind: 'remove' });
  });

  test('is refused to anybody else', async () => {
    const reply = await remove(bystander);
    expect(reply.act).toBeUndefined();
    expect(reply.blocks).toEqual([word(/^Only the member who shared this answer or a moderator/)]);
  });
});
