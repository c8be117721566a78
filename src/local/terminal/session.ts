// A session at the terminal preview: what each typed line does, and what Tab offers.
import { CommandType, type OptionValue } from '../server/commands.ts';
import {
  allPlaces,
  type LocalDiscord,
  type Message,
  MessageFlag,
  type Outcome,
  type Person,
  Refused,
} from '../server/index.ts';
import { offersOf } from '../server/offers.ts';
import { drawMessage, type Pressable } from './draw-message.ts';
import { clean, type Style } from './lines.ts';
import { readCommand, type TypedCommand } from './read-command.ts';

export interface Session {
  /** Who speaks where: `Mia in #general> `. */
  readonly prompt: string;
  /** Does what a typed line says and prints the result. @returns false when the person wants to leave */
  enter(line: string): Promise<boolean>;
  /** What Tab offers for a line: replacements for the end of it, and that end. */
  complete(line: string): Promise<[string[], string]>;
}

/**
 * Starts a session.
 * @param parts the Discord to use; where output goes, its columns and its style; things to try, for `help`
 */
export function createSession(parts: {
  local: LocalDiscord;
  print: (...lines: string[]) => void;
  width: () => number;
  style: Style;
  tries: readonly string[];
}): Session {
  const { local, print, style } = parts;
  const { people, places } = local.world;
  const roles: Partial<Record<string, Person>> = { member: people.mia, moderator: people.max };
  const rooms = { server: places.general, thread: places.thread, dm: null, 'user-install': places.elsewhere };
  let person: Person = people.mia;
  let room: keyof typeof rooms = 'server';
  const place = () => rooms[room] ?? local.world.dm(person);

  const drawn = new Map<string, Message>();
  const removed = new Set<string>();
  local.on('delete', ({ message }) => removed.add(message.id));
  let pressables: Pressable[] = [];
  /** What the bot offered while typing, by name: the value is what is sent. */
  const offered = new Map<string, OptionValue>();
  /** The choices of the last Tab, beginning with the one in the line. Another Tab takes the next. */
  let cycle: string[] = [];

  const nameOf = (id: string) =>
    [...Object.values(people), ...allPlaces(local.world)].find((one) => one.id === id)?.name ?? 'unknown';
  const idOf = (name: string) =>
    [...Object.values(people), ...Object.values(places)].find(
      (one) => one.name.toLowerCase() === name.toLowerCase(),
    )?.id;
  const available = () => local.commands(person, place());
  const offers = () => offersOf(available());
  const onMessages = () => available().filter(({ type }) => type === CommandType.Message);

  const isNew = (message: Message) => {
    const before = drawn.get(message.id);
    return (
      before?.content !== message.content ||
      before.components !== message.components ||
      before.embeds !== message.embeds
    );
  };
  /** Prints what is new, changed or gone since the last time. */
  const refresh = () => {
    for (const id of removed) if (drawn.delete(id)) print(style('dim', '(a message was removed)'), '');
    removed.clear();
    const numbered: Pressable[] = [];
    const canvas = { style, width: parts.width(), nameOf, number: (one: Pressable) => numbered.push(one) };
    for (const message of local.messages(person, place())) {
      if (isNew(message)) print(...drawMessage(message, canvas));
      drawn.set(message.id, message);
    }
    if (numbered.length > 0) pressables = numbered;
  };
  const show = ({ status, notice }: Outcome) => {
    refresh();
    if (notice !== null) print(style('red', clean(notice)), '');
    if (status === 'thinking') print(style('dim', 'It has not answered yet.'), '');
  };

  const runTyped = async (line: string) => {
    const typed = readCommand(line, offers(), idOf);
    if (!typed) {
      const able = Object.entries(roles).find(
        ([, one]) => one && readCommand(line, offersOf(local.commands(one, place())), idOf),
      );
      if (able) return print(`${person.name} may not use that here. Type: as ${able[0]}`, '');
      const names = offers().map(({ name }) => `/${name}`);
      return print(`There is no such command here. There is: ${names.join(', ') || 'nothing'}.`, '');
    }
    const options = Object.entries(typed.options).map(([name, value]) => [
      name,
      offered.get(String(value)) ?? value,
    ]);
    show(await local.run(person, place(), typed.offer.name, Object.fromEntries(options)));
  };
  const choicesFor = (
    { offer, options }: TypedCommand,
    { option, text }: NonNullable<TypedCommand['last']>,
  ) =>
    option.autocomplete
      ? local
          .complete(person, place(), offer.name, { ...options, [option.name]: text }, option.name)
          .catch(() => [])
      : (option.choices ?? []).filter((choice) => choice.name.toLowerCase().startsWith(text.toLowerCase()));
  const press = async (number: number) => {
    const pressable = pressables[number - 1];
    if (!pressable) return print(`There is no button [${number}] in what was shown last.`, '');
    const { message, customId, value } = pressable;
    show(
      await (value === null
        ? local.press(person, message, customId)
        : local.select(person, message, customId, [value])),
    );
  };
  const applyTo = async (name: string) => {
    const command = onMessages().find((one) => !name || one.name.toLowerCase() === name.toLowerCase());
    const target = local.messages(person, place()).findLast(({ author }) => !author.bot);
    if (!command) return print('There is no such message command here.', '');
    if (!target) return print('There is no message to use it on: write one with: say some text', '');
    show(await local.runOnMessage(person, place(), command.name, target));
  };
  const dismiss = () => {
    const last = local.messages(person, place()).findLast(({ flags }) => flags & MessageFlag.Ephemeral);
    if (!last) return print('There is nothing to dismiss.', '');
    local.dismiss(person, last);
    refresh();
  };
  const listPins = () => {
    const pins = local.pins(place());
    if (pins.length === 0) print('Nothing is pinned here.', '');
    for (const message of pins) drawn.delete(message.id);
    refresh();
  };
  const help = () =>
    print(
      'Type a command as in Discord; Tab completes it, Tab again offers the next choice:',
      ...offers().map(({ name, description }) => `  /${name}  ${style('dim', clean(description))}`),
      ...onMessages().map(({ name }) => `  use ${name}  ${style('dim', 'on the last message said')}`),
      'Try:',
      ...parts.tries.map((line) => `  ${line}`),
      'Also: a number presses a button; say <text>; dismiss; pins; as member, as moderator;',
      `in ${Object.keys(rooms).join(', in ')}; quit`,
      '',
    );
  const become = (role: string) => {
    const other = roles[role];
    if (!other) return print(`You can be: ${Object.keys(roles).join(', ')}.`, '');
    person = other;
    refresh();
  };
  const go = (name: string) => {
    if (!(name in rooms)) return print(`You can go to: ${Object.keys(rooms).join(', ')}.`, '');
    room = name as keyof typeof rooms;
    refresh();
  };
  const say = (text: string) => {
    local.say(person, place(), text);
    refresh();
  };
  const words: Record<string, (rest: string) => unknown> = {
    as: become,
    in: go,
    say,
    use: applyTo,
    dismiss,
    pins: listPins,
    help,
  };

  return {
    get prompt() {
      return `${person.name} in ${place().guild ? `#${place().name}` : 'a direct message'}> `;
    },
    async enter(line) {
      const text = line.trim();
      const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
      if (word === 'quit' || word === 'exit') return false;
      try {
        if (text.startsWith('/')) await runTyped(text);
        else if (/^\d+$/.test(text)) await press(Number(text));
        else if (Object.hasOwn(words, word)) await words[word]?.(rest);
        else if (text) print('Start with a slash, as in Discord, or type: help', '');
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        print(style('red', error.message), '');
      }
      return true;
    },
    async complete(line) {
      if (!line.startsWith('/')) {
        const all = [...Object.keys(words), 'quit'];
        return [all.filter((word) => word.startsWith(line)), line];
      }
      const names = offers().map(({ name }) => `/${name} `);
      const begun = names.filter((name) => name.startsWith(line) && name !== line);
      const typed = readCommand(line, offers(), idOf);
      if (begun.length > 0 || !typed) return [begun, line];
      const { last } = typed;
      if (!last) return [typed.offer.options.map(({ name }) => `${name}: `), ''];
      if (cycle.length > 1 && cycle[0] === last.text) {
        cycle.push(...cycle.splice(0, 1));
      } else {
        const choices = await choicesFor(typed, last);
        for (const { name, value } of choices) offered.set(clean(name), value);
        cycle = choices.map(({ name }) => clean(name));
      }
      return [cycle.slice(0, 1), last.text];
    },
  };
}
