// What each verdict of /check looks like, alone and among several, over a small story.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot } from '../../src/bot/bot.ts';
import { byTypedName } from '../../src/bot/command.ts';
import { verdictBlocks, verdictReply } from '../../src/bot/verdict-reply.ts';
import type { Verdict } from '../../src/core/judging/verdict.ts';
import { factOf } from '../../src/core/knowledge/parse.ts';
import { asker, knowledge } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

const judged = (verdict: 'supported' | 'contradicted', id: string): Verdict => ({
  verdict,
  claim: `claim on ${id}`,
  fact: factOf(knowledge, id),
});
const missing: Verdict = { verdict: 'not_in_source', claim: 'cats are pets', nearest: [] };
const textsOf = (verdict: Verdict) =>
  verdictBlocks(verdict, knowledge).flatMap((block) => ('text' in block ? block.text : []));

describe('a verdict', () => {
  test('on a stated fact supports it', () => {
    expect(textsOf(judged('supported', 'raise'))[0]).toBe('Supported: A raise of 3%');
  });

  test('on a claimed fact supports only that this party says so', () => {
    expect(textsOf(judged('supported', 'yes-share'))).toEqual([
      'Supported, but only that the guild says so: 96.3% voted yes',
      'Claim of yes-share.',
      'Claimed by the guild.',
    ]);
  });

  test('on a disputed fact supports only that it is disputed', () => {
    expect(textsOf(judged('supported', 'who-left'))[0]).toBe(
      'Supported, but only that it is disputed: Short of who-left',
    );
  });

  test('never calls a claim false', () => {
    const texts = textsOf(judged('contradicted', 'raise'));
    expect(texts[0]).toBe('The article says otherwise: A raise of 3%');
    expect(texts.join(' ')).not.toMatch(/\bfalse\b/i);
  });

  test('quotes whoever is quoted', () => {
    expect(verdictBlocks(judged('supported', 'leverage'), knowledge)).toContainEqual(
      expect.objectContaining({ kind: 'quote', source: 'Chris Keyser, in a podcast (paragraph 4)' }),
    );
  });

  test('on what the article lacks names the gap and the nearest facts', () => {
    const gap = knowledge.gaps.get('result-hour');
    if (!gap) throw new Error('the story has lost its gap');
    const nearest = [factOf(knowledge, 'vote-day')];
    expect(verdictBlocks({ ...missing, gap, nearest }, knowledge)).toEqual([
      { kind: 'lead', text: 'Not in the article' },
      { kind: 'text', text: "The article doesn't say at what hour." },
      { kind: 'text', text: 'The nearest thing that it does say:' },
      { kind: 'list', items: ['Claim of vote-day.'] },
    ]);
  });
});

describe('a claim about a fact that neither bears it out nor surely says otherwise', () => {
  const unclear: Verdict = { ...missing, about: factOf(knowledge, 'yes-share') };

  test('is not in the article, and the fact is told with who says so', () => {
    expect(textsOf(unclear)).toEqual([
      'Not in the article',
      'It does not say so. What it says of this:',
      'Claim of yes-share.',
      'Claimed by the guild.',
    ]);
  });

  test('has the fact cited, and leads to it, alone and among several', () => {
    for (const verdicts of [[unclear], [unclear, missing]]) {
      const { blocks, buttons } = verdictReply(verdicts, 'x', knowledge);
      expect(blocks).toContainEqual(
        expect.objectContaining({ kind: 'citation', excerpt: 'words on yes-share' }),
      );
      expect(buttons).toHaveLength(1);
    }
    expect(verdictReply([unclear, missing], 'x', knowledge).blocks).toContainEqual({
      kind: 'text',
      text: 'Not in the article. It says of this: 96.3% voted yes (claimed by the guild)',
    });
  });
});

describe('a message of several claims', () => {
  const verdicts = [judged('supported', 'raise'), judged('contradicted', 'yes-share'), missing];
  const { blocks } = verdictReply(verdicts, 'the whole\nmessage', knowledge);

  test('is repeated above, each claim with its verdict and who says so', () => {
    expect(blocks.filter(({ kind }) => kind !== 'citation' && kind !== 'note')).toEqual([
      { kind: 'question', text: 'the whole. message' },
      { kind: 'heading', text: 'Claim on raise' },
      { kind: 'text', text: 'Supported: A raise of 3% (stated by the article)' },
      { kind: 'heading', text: 'Claim on yes-share' },
      { kind: 'text', text: 'The article says otherwise: 96.3% voted yes (claimed by the guild)' },
      { kind: 'heading', text: 'Cats are pets' },
      { kind: 'text', text: 'Not in the article.' },
    ]);
  });

  test('cites every fact that was used', () => {
    const cited = blocks.flatMap((block) => (block.kind === 'citation' ? block.excerpt : []));
    expect(cited).toEqual(['words on raise', 'words on yes-share']);
  });

  test('says so where there may be more than are checked', () => {
    const ten = verdictReply(
      Array.from({ length: 10 }, () => missing),
      'x',
      knowledge,
    ).blocks;
    expect(ten).toContainEqual({ kind: 'note', text: 'At most 10 claims of a message are checked.' });
  });
});

describe('/check', async () => {
  const commands = await loadCommands();
  const bot = createBot(commands, desk);
  const check = (claim: string) => bot.respond({ command: 'check', options: { claim }, member: asker });

  test('stands in the menu of every message', () => {
    expect(byTypedName(commands).get('check')?.onMessage).toEqual({
      label: 'Check this message',
      option: 'claim',
    });
  });

  test('answers in private and offers to share', async () => {
    const reply = await check('cats are great pets');
    expect(reply.act).toBeUndefined();
    expect(reply.buttons?.map(({ label }) => label)).toContain('Share');
  });

  test('offers to share a claim that no button could hold, too', async () => {
    const reply = await check(`cats are great pets ${'and so on '.repeat(20)}`);
    expect(reply.buttons?.map(({ label }) => label)).toContain('Share');
  });

  test('of nothing but the marks of a quotation says so, too', async () => {
    expect((await check('> ')).blocks).toEqual([
      { kind: 'text', text: 'There is no text to check in this message.' },
    ]);
  });

  test('of a message without text says so', async () => {
    expect(await check('  ')).toEqual({
      blocks: [{ kind: 'text', text: 'There is no text to check. Type a claim after /check.' }],
      shareable: false,
    });
  });
});
