// Tells Discord the commands, but only when they differ from what it has: creating commands is limited a day.
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { toRefusal } from './failures.ts';
import type { Manifest } from './manifest.ts';

/** Where commands are registered: in one server, where a change shows at once, or everywhere. */
export interface Scope {
  applicationId: string;
  guildId?: string | undefined;
}

/**
 * Compares the commands with those that are registered and sends them if they differ.
 * @returns whether they were sent
 * @throws what REST throws
 */
export async function register(rest: REST, manifest: Manifest, scope: Scope): Promise<boolean> {
  const { applicationId, guildId } = scope;
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const body = toBody(manifest, guildId);
  const Registered = z.array(guildId ? OfGuild : Global);
  if (same(Registered.parse(await rest.get(route)), Registered.parse(body))) return false;
  await rest.put(route, { body });
  return true;
}

/**
 * Does the same without a running bot.
 * @throws {DiscordRefusal} when Discord will not have the token or the server, or cannot be reached
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

/** What is sent: a server's own commands have neither contexts nor installations. */
export function toBody(manifest: Manifest, guildId?: string): Manifest {
  return guildId ? manifest.map(({ contexts, integration_types, ...command }) => command) : manifest;
}

/** What of an option makes a difference, with what Discord leaves out filled in. */
const Option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
});
/** What of a command makes a difference, with what Discord leaves out when it is the default filled in. */
const OfGuild = z.object({
  type: z.number().default(1),
  name: z.string(),
  description: z.string().default(''),
  default_member_permissions: z.string().nullish().default(null),
  // A subcommand is an option that has options.
  options: z.array(Option.extend({ options: z.array(Option).default([]) })).default([]),
});

const inAnyOrder = z
  .array(z.number())
  .nullish()
  .transform((numbers) => numbers?.toSorted((a, b) => a - b));
const Global = OfGuild.extend({ contexts: inAnyOrder, integration_types: inAnyOrder });

function same(some: readonly object[], others: readonly object[]): boolean {
  const written = (commands: readonly object[]) => commands.map((command) => JSON.stringify(command)).sort();
  return JSON.stringify(written(some)) === JSON.stringify(written(others));
}
