// Registers the commands with Discord, but only if they differ from what it has: it limits creations per day.
import { ApplicationCommandType, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Bot } from '../bot/index.ts';
import { toRefusal } from './failures.ts';
import type { Log } from './logger.ts';
import { type Manifest, toManifest } from './manifest.ts';

/** Where the commands are registered: in one server, where changes appear at once, or everywhere. */
export interface Scope {
  applicationId: string;
  guildId?: string | undefined;
}

/**
 * Compares the commands with those that are registered, and sends them if they differ. Whatever else is registered is
 * replaced, except an Entry Point command, which belongs to an Activity of the application.
 * @returns whether they were sent
 * @throws what REST throws
 */
export async function register(rest: REST, manifest: Manifest, scope: Scope): Promise<boolean> {
  const { isSame, entryPoints } = await compare(rest, manifest, scope);
  if (isSame) return false;
  // Discord refuses a list that lacks the Entry Point command (error 50240).
  const kept = entryPoints.map((command) => pick(command, KEPT));
  await rest.put(routeOf(scope), { body: [...toBody(manifest, scope.guildId), ...kept] });
  return true;
}

/** Whether Discord has these commands, and no others. @throws what REST throws */
export const isRegistered = async (rest: REST, manifest: Manifest, scope: Scope): Promise<boolean> =>
  (await compare(rest, manifest, scope)).isSame;

async function compare(
  rest: REST,
  manifest: Manifest,
  scope: Scope,
): Promise<{ isSame: boolean; entryPoints: Registered[] }> {
  const { guildId } = scope;
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = Registered.parse(await rest.get(routeOf(scope), { query }));
  const others = registered.filter((command) => !isEntryPoint(command));
  const compared = guildId ? COMPARED : [...COMPARED, ...GLOBAL_ONLY];
  const isSame = fingerprint(others, compared) === fingerprint(toBody(manifest, guildId), compared);
  return { isSame, entryPoints: registered.filter(isEntryPoint) };
}

/**
 * Registers what the bot offers now, if Discord has something else, and logs it.
 * @throws what REST throws
 */
export async function registerOffered(
  rest: REST,
  { bot, log, guildId }: { bot: Bot; log: Log; guildId?: string | undefined },
  applicationId: string,
): Promise<void> {
  const sent = await register(rest, toManifest(bot.offered), { applicationId, guildId });
  log.info({ commands: bot.offered.size, sent }, sent ? 'Commands were sent' : 'Commands are up to date');
}

/** The same later on, when the knowledge changed: a failure is logged, and the commands before go on working. */
export const registerAgain = (...parts: Parameters<typeof registerOffered>): Promise<void> =>
  registerOffered(...parts).catch((err: unknown) =>
    parts[1].log.warn({ err }, 'The changed commands could not be sent to Discord; a restart tries again'),
  );

const routeOf = ({ applicationId, guildId }: Scope) =>
  guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);

/**
 * Does the same without a running bot.
 * @throws {DiscordRefusal} when Discord refuses the token or the server, or cannot be reached
 */
export async function registerOnce(
  manifest: Manifest,
  { token, api, guildId }: { token: string; api?: string | undefined; guildId?: string | undefined },
): Promise<boolean> {
  const rest = new REST(api ? { api } : {}).setToken(token);
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    return await register(rest, manifest, { applicationId: id, guildId });
  } catch (error) {
    throw toRefusal(error);
  }
}

/** The commands as they are sent: a server's own commands have neither contexts nor installations. */
export function toBody(manifest: Manifest, guildId?: string): Manifest {
  return guildId ? manifest.map(({ contexts, integration_types, ...command }) => command) : manifest;
}

/** What is registered, whoever wrote it: another bot may have left commands of any shape. */
const Registered = z.array(z.record(z.string(), z.unknown()));
type Registered = z.infer<typeof Registered>[number];

const isEntryPoint = ({ type }: Registered) => type === ApplicationCommandType.PrimaryEntryPoint;

/** The fields of a global command alone (Discord: Application Command Structure). */
const GLOBAL_ONLY = ['contexts', 'integration_types'];

/** The fields of any command, of an option and of a choice that an application decides (the same page). */
const OF_COMMAND = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'nsfw',
];
const OF_OPTION = [
  'required',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
];

const COMPARED = [...OF_COMMAND, ...OF_OPTION];
const KEPT = [...OF_COMMAND, ...GLOBAL_ONLY, 'id', 'handler'];

/** The fields with these names, without those that are off or empty: Discord may leave these out or fill them in. */
const pick = (object: object, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(object).filter(([name, value]) => names.includes(name) && !isEmpty(value)),
  );

const isEmpty = (value: unknown) =>
  !value ? value !== 0 : typeof value === 'object' && Object.keys(value).length === 0;

/** The same text for the same commands, whatever the order of the commands and of their fields. */
const fingerprint = (commands: readonly object[], names: readonly string[]) =>
  JSON.stringify(commands.map((command) => JSON.stringify(comparable(command, names))).sort());

function comparable(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const isSet = value.every((item) => typeof item === 'number');
    return isSet ? value.toSorted((a, b) => a - b) : value.map((item) => comparable(item, names));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(pick(value, names))
    .map(([name, inner]) => [name, comparable(inner, names)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
