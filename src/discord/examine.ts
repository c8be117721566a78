// Looks at a bot from Discord's side, without logging in: token, application, session starts, commands, a channel, the clock.
import {
  type APIApplication,
  ApplicationFlagsBitField,
  Client,
  RESTJSONErrorCodes as Code,
  type REST,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import { codeOf, toRefusal } from './failures.ts';
import type { Manifest } from './manifest.ts';
import { missingOf, PUBLISHING } from './pin-permissions.ts';
import { isRegistered } from './register.ts';

/** Something that was looked at, and the result: fine, to be mended (and how), or not looked at (and why). */
export interface Diagnosis {
  subject: string;
  state: 'ok' | 'wrong' | 'skipped';
  says: string;
}

/** Timeout of a request in milliseconds. No request is sent twice. */
const TIMEOUT = 10_000;

/** Seconds by which this machine's clock may differ from Discord's, whose answers give whole seconds. */
const CLOCK_TOLERANCE = 5;

/** Privileged intents, by what the developer portal calls them. The bot needs none. */
const PRIVILEGED: Record<string, readonly (keyof typeof ApplicationFlagsBitField.Flags)[]> = {
  Presence: ['GatewayPresence', 'GatewayPresenceLimited'],
  'Server Members': ['GatewayGuildMembers', 'GatewayGuildMembersLimited'],
  'Message Content': ['GatewayMessageContent', 'GatewayMessageContentLimited'],
};

export interface Examined {
  token: string;
  api?: string | undefined;
  /** Where the commands are registered, if not everywhere. */
  guildId?: string | undefined;
  /** The channel whose permissions are looked at. */
  channelId?: string | undefined;
}

/** Looks at everything that Discord knows about the bot. Changes nothing, and starts no session. */
export async function examine(manifest: Manifest, given: Examined): Promise<Diagnosis[]> {
  const { token, api, guildId, channelId } = given;
  const client = new Client({ intents: [], rest: { timeout: TIMEOUT, retries: 0, ...(api && { api }) } });
  const { rest } = client;
  rest.setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const checks: Record<string, () => Promise<string>> = {
      Intents: async () => describeIntents(application),
      Interactions: async () => describeDelivery(application),
      Sessions: () => examineSessions(rest),
      Clock: () => examineClock(rest),
      Commands: () => examineCommands(rest, manifest, { applicationId: application.id, guildId }),
      ...(channelId && { Channel: () => examineChannel(client, channelId, application.id) }),
    };
    return [
      { subject: 'Token', state: 'ok', says: `of the application "${application.name}", ${application.id}` },
      ...(await Promise.all(Object.entries(checks).map(([subject, check]) => toDiagnosis(subject, check)))),
      ...(channelId
        ? []
        : [{ subject: 'Channel', state: 'skipped' as const, says: 'npm run doctor -- --channel ID' }]),
    ];
  } catch (error) {
    return [{ subject: 'Token', state: 'wrong', says: reasonOf(error) }];
  } finally {
    await client.destroy();
  }
}

/** Something to be mended; the message says how. */
class ToMend extends Error {}

async function toDiagnosis(subject: string, check: () => Promise<string>): Promise<Diagnosis> {
  try {
    return { subject, state: 'ok', says: await check() };
  } catch (error) {
    return { subject, state: 'wrong', says: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const known = toRefusal(error);
  return known instanceof Error ? known.message : String(known);
}

function describeIntents({ flags }: APIApplication): string {
  const bits = new ApplicationFlagsBitField(flags ?? 0);
  const on = Object.entries(PRIVILEGED).flatMap(([name, some]) => (bits.any([...some]) ? [name] : []));
  return on.length === 0
    ? 'no privileged intent, and none is needed'
    : `none is needed; these are turned on and can be turned off: ${on.join(', ')}`;
}

function describeDelivery({ interactions_endpoint_url: url }: APIApplication): string {
  if (!url) return 'over the gateway';
  throw new ToMend(
    `Discord sends interactions to ${url}, so a bot on the gateway gets none. Empty "Interactions Endpoint URL" at https://discord.com/developers/applications, or serve that address with: npm start -- --http`,
  );
}

async function examineSessions(rest: REST): Promise<string> {
  const { shards, session_start_limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  const { remaining, total, reset_after } = session_start_limit;
  const left = `${remaining} of ${total} starts are left today; Discord recommends ${shards} ${shards === 1 ? 'shard' : 'shards'}`;
  if (remaining >= shards) return left;
  throw new ToMend(
    `${left}. Wait ${Math.ceil(reset_after / 60_000)} minutes, and find out what starts the bot so often.`,
  );
}

async function examineClock(rest: REST): Promise<string> {
  const before = Date.now();
  const { headers } = await rest.queueRequest({ method: 'GET' as never, fullRoute: Routes.gateway() });
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs)) throw new ToMend('Discord did not say what time it has.');
  const between = (before + Date.now()) / 2;
  // The answer leaves out the milliseconds.
  const seconds = Math.round(Math.abs(between - theirs - 500) / 1_000);
  if (seconds <= CLOCK_TOLERANCE) return `within ${CLOCK_TOLERANCE} seconds of Discord's`;
  throw new ToMend(`This machine's clock differs from Discord's by ${seconds} seconds. Have it set by NTP.`);
}

async function examineCommands(
  rest: REST,
  manifest: Manifest,
  scope: { applicationId: string; guildId?: string | undefined },
): Promise<string> {
  const where = scope.guildId ? `in the server ${scope.guildId}` : 'everywhere';
  if (await isRegistered(rest, manifest, scope)) return `${manifest.length} are registered ${where}`;
  throw new ToMend(
    `What is registered ${where} differs from commands/. npm start registers them, and so does: npm run register`,
  );
}

async function findChannel(rest: REST, id: string): Promise<{ guild_id?: string }> {
  try {
    return (await rest.get(Routes.channel(id))) as { guild_id?: string };
  } catch (error) {
    const code = Number(codeOf(error));
    if (code === Code.UnknownChannel) throw new ToMend(`There is no channel ${id}.`);
    if (code !== Code.MissingAccess) throw error;
    throw new ToMend(
      `The bot cannot look into ${id}: it lacks "View Channel" there, or is not a member of that server.`,
    );
  }
}

async function examineChannel(client: Client, channelId: string, botId: string): Promise<string> {
  const { guild_id } = await findChannel(client.rest, channelId);
  if (!guild_id) throw new ToMend(`${channelId} is no channel of a server.`);
  const guild = await client.guilds.fetch(guild_id);
  const [me, channel] = await Promise.all([guild.members.fetch(botId), guild.channels.fetch(channelId)]);
  if (!channel) throw new ToMend(`There is no channel ${channelId}.`);
  if (channel.isThread() && channel.parentId) await guild.channels.fetch(channel.parentId);
  if (me.isCommunicationDisabled() && !me.permissions.has('Administrator'))
    throw new ToMend(
      `The bot is timed out in "${guild.name}" until ${me.communicationDisabledUntil.toISOString()}, so it can post no summary there. Have a moderator end the time-out.`,
    );
  const permissions = channel.permissionsFor(me);
  const missing = missingOf(PUBLISHING.bot, (one) => permissions?.has(one) ?? false, channel.isThread());
  if (missing.length === 0) return `a summary can be posted and pinned in #${channel.name}`;
  throw new ToMend(
    `In #${channel.name} the bot lacks ${missing.map((name) => `"${name}"`).join(', ')}; answers need none of that.`,
  );
}
