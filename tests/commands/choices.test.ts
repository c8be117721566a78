// Every choice that is offered while typing works, whether a client sends back its value or its name.
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { byTypedName } from '../../src/bot/command.ts';
import { createBot } from '../../src/bot/index.ts';
import { moderator } from '../fixtures.ts';
import { desk } from '../real-desk.ts';

const bot = createBot(await loadCommands(), desk);

/** What members type: nothing, the first letters of words, and whole questions. */
const typings = [
  '',
  ...[...desk.knowledge.facts.values()].flatMap(({ id, short, questions }) => [
    id,
    short.slice(0, 5),
    questions[0] ?? '',
  ]),
];
const suggesting = [...byTypedName(bot.commands)].flatMap(([command, { suggest, complete }]) =>
  Object.keys({ ...suggest, ...complete }).map((option) => ({ command, option })),
);

test('these options offer choices', () => {
  expect(suggesting.map(({ command, option }) => `${command} ${option}`)).toEqual(
    expect.arrayContaining(['ask question', 'dates event', 'demands topic', 'fact id', 'quotes speaker']),
  );
});

test.each(suggesting)('/$command understands the name and the value of $option', async (typing) => {
  const { command, option } = typing;
  const choices = new Map(
    typings.flatMap((typed) => bot.suggest({ ...typing, typed })).map((choice) => [choice.value, choice]),
  );
  expect(choices.size).toBeGreaterThan(3);
  const respond = (given: string) =>
    bot.respond({ command, options: { [option]: given }, member: moderator });
  for (const { name, value } of choices.values()) {
    const reply = await respond(value);
    expect(reply.blocks.length).toBeGreaterThan(1);
    expect(await respond(name)).toEqual(reply);
  }
});
