// What one person sees in one place: everything that the page draws, as JSON.
import { CommandType, isNested } from '../server/commands.ts';
import type {
  Command,
  LocalDiscord,
  Message,
  Offer,
  OptionValue,
  Person,
  Place,
  User,
} from '../server/index.ts';
import { offersOf, Permission } from '../server/index.ts';
import { type PermissionName, rolePermissions } from '../server/permissions.ts';

/** A command to try with a click. */
export interface Try {
  command: string;
  options: Record<string, OptionValue>;
}

/** A command to try, by the key of who runs it: the visitor, or else somebody who may. */
export interface OfferedTry extends Try {
  as: string;
}

/** What a place without messages says to a visitor. */
export interface Greeting {
  /** What can be asked, in a sentence or two of plain text. */
  text: string;
  tries: readonly Try[];
}

/** A place. Its key stays the same after a restart, unlike its id. */
export interface Spot {
  key: string;
  id: string;
  name: string;
  kind: Place['kind'];
  /** The server's name; null in a direct message. */
  guild: string | null;
  /** Whether the bot is a member there. If not, the person who uses it brings it along (user installation). */
  hasBot: boolean;
}

export interface View {
  me: Person & { key: string };
  people: readonly (Person & { key: string })[];
  spot: Spot;
  spots: readonly Spot[];
  /** What the bot is called. */
  bot: string;
  online: boolean;
  /** What the bot says of itself below its name; empty if nothing. */
  status: string;
  /** The slash commands that are offered here. */
  offers: readonly Offer[];
  /** The names of the commands in a message's menu. */
  onMessages: readonly string[];
  messages: readonly Message[];
  /** The command behind a message, by the message's id. */
  used: Readonly<Record<string, string>>;
  pins: readonly Message[];
  may: { post: boolean; pin: boolean; manage: boolean };
  greeting: { text: string; tries: readonly OfferedTry[] };
  /** Where pictures may be loaded from. */
  picturesFrom: string;
}

/** A person in a place. */
export interface Standpoint {
  person: Person;
  place: Place;
}

/** The standpoint for two keys. An unknown key means the first person or the first place. */
export function standpoint({ world }: LocalDiscord, as: string, where: string): Standpoint {
  const person = Object.entries(world.people).find(([key]) => key === as)?.[1] ?? world.people.mia;
  const place = Object.entries(world.places).find(([key]) => key === where)?.[1] ?? world.places.general;
  return { person, place: where === DM ? world.dm(person) : place };
}

const DM = 'dm';

const nameOf = ({ global_name, username }: User) => global_name ?? username;

/** What a person sees in a place now. */
export function viewFrom(local: LocalDiscord, greeting: Greeting, { person, place }: Standpoint): View {
  const { world } = local;
  const people = Object.entries(world.people).map(([key, one]) => ({ ...one, key }));
  const spots = [
    ...Object.entries(world.places).map(([key, one]) => spotOf(key, one)),
    { ...spotOf(DM, world.dm(person)), name: nameOf(world.bot) },
  ].filter(({ kind }) => kind !== 'forum');
  const messages = local.messages(person, place);
  const commands = local.commands(person, place);
  const may = (name: PermissionName) =>
    !place.guild || (rolePermissions[person.role] & Permission[name]) !== 0n;
  return {
    me: people.find(({ id }) => id === person.id) as View['me'],
    people,
    spot: spots.find(({ id }) => id === place.id) as Spot,
    spots,
    bot: nameOf(world.bot),
    online: local.online,
    status: local.status,
    offers: offersOf(commands),
    onMessages: commands.filter(({ type }) => type === CommandType.Message).map(({ name }) => name),
    messages,
    used: Object.fromEntries(messages.flatMap((message) => usedFor(local, message))),
    pins: local.pins(place),
    may: { post: may('SendMessages'), pin: may('PinMessages'), manage: may('ManageMessages') },
    greeting: { ...greeting, tries: greeting.tries.flatMap((one) => offeredTry(local, one, person, place)) },
    picturesFrom: local.url,
  };
}

/** A command to try for whoever may run it in a place, the visitor before others; none if nobody may. */
function offeredTry(local: LocalDiscord, one: Try, visitor: Person, place: Place): OfferedTry[] {
  const people = Object.entries(local.world.people).filter(([, { id }]) => place.guild || id === visitor.id);
  const able = people.filter(([, person]) =>
    offersOf(local.commands(person, place)).some(({ name }) => name === one.command),
  );
  const [as] = able.find(([, { id }]) => id === visitor.id) ?? able[0] ?? [];
  return as === undefined ? [] : [{ ...one, as }];
}

function spotOf(key: string, { id, name, kind, guild }: Place): Spot {
  return { key, id, name, kind, guild: guild?.name ?? null, hasBot: guild?.hasBot ?? true };
}

/** The message and the name of the command it answers, as a client writes it above the answer. */
function usedFor(local: LocalDiscord, message: Message): [string, string][] {
  const id = message.interaction_metadata?.id;
  if (!id) return [];
  const begun = local.wireOf(message).find((entry) => entry.kind === 'gateway' && entry.interactionId === id);
  const { data } = ((begun?.kind === 'gateway' && begun.data) || {}) as { data?: Partial<Command> };
  if (!data?.name) return [];
  return [[message.id, data.type === CommandType.Slash ? `/${typedName(data)}` : data.name]];
}

/** A command's name with the subcommand that was used. */
const typedName = ({ name, options = [] }: Pick<Partial<Command>, 'name' | 'options'>): string =>
  [name, ...options.filter(isNested).map(typedName)].join(' ');
