// /check as a command, on a typed claim and on a message, with a small story.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot } from '../../src/bot/bot.ts';
import { byTypedName } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/reply.ts';
import { asker } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

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
    const reply = await check('96.3% voted yes');
    expect(reply.act).toBeUndefined();
    expect(reply.buttons?.map(({ label }) => label)).toContain('Share');
  });

  test('keeps its colour when it is shared', async () => {
    const claim = '96.3% voted yes';
    const reply = await bot.respond({ command: 'check', options: { claim }, member: asker, share: true });
    expect(reply.tone).toBe('uncertain');
  });

  test('offers to share a claim that no button could hold, too', async () => {
    const reply = await check(`96.3% voted yes. ${'That is so. '.repeat(15)}`);
    expect(reply.buttons?.map(({ label }) => label)).toContain('Share');
  });

  test.each(['> ', '🎉🎉', '...?!'])('of marks and emoji alone says so, too: %s', async (claim) => {
    expect(await check(claim)).toEqual(notice('There is no text to check: I only read words.'));
  });

  test('of a message without text says so', async () => {
    expect(await check('  ')).toEqual(notice('There is no text to check. Type a claim after /check.'));
  });
});
