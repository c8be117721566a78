// What goes wrong between the bot and Discord, and what is to be done about it.
import { DiscordAPIError, GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';

/** Discord will not have the bot; the message says why and what to do. */
export class DiscordRefusal extends Error {
  override name = 'DiscordRefusal';
}

const TOKEN =
  'Discord refused the token. Copy the bot\'s token anew from https://discord.com/developers/applications ("Bot", "Reset Token") into DISCORD_TOKEN.';

/** Close codes after which no connection is tried again (Discord: Gateway Close Event Codes). */
const CLOSED: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard. Start the bot again.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants more shards, because the bot is in more servers now. Start it again.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord no longer speaks this version of its gateway. Update the project's packages.",
  [GatewayCloseCodes.InvalidIntents]: "Discord refused the intents. Update the project's packages.",
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused the intents, though the bot asks for none. Check the application at https://discord.com/developers/applications.',
};

/** Why Discord closed the gateway for good. */
export const closed = (code: number): DiscordRefusal =>
  new DiscordRefusal(
    `${CLOSED[code] ?? 'Discord closed the connection for good. Start the bot again.'} (close code ${code})`,
  );

/** Turns an error at start-up into one that says what to do; one that is not understood is returned as it is. */
export function toRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401))
    return new DiscordRefusal(TOKEN);
  if (code === RESTJSONErrorCodes.MissingAccess || code === RESTJSONErrorCodes.UnknownGuild)
    return new DiscordRefusal(
      'Discord refused the commands for the server DISCORD_GUILD_ID. Check the id, and invite the bot there first.',
    );
  if (typeof code === 'string' && UNREACHABLE.has(code))
    return new DiscordRefusal(
      `Discord cannot be reached (${code}). Check the network connection and start again.`,
    );
  return error;
}

/** Errors of the connection, as Node and undici name them. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNRESET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Whether the connection broke before an answer came, which discord.js does not try again by itself. */
const isReset = (error: unknown): boolean => codeOf(error) === 'UND_ERR_SOCKET';

/** Sends again when the connection broke; for what Discord itself refuses to do twice, so that nothing is done twice. */
export async function retryOnReset<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isReset(error)) throw error;
    return send();
  }
}

/** What an error says that leaves nothing to do, because it came too late or was done already; else undefined. */
export const expiredReason = (error: unknown): string | undefined => OVER[Number(codeOf(error))];

const OVER: Partial<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: 'Discord did not wait for the response any longer',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: 'it was responded to already',
  [RESTJSONErrorCodes.InvalidWebhookToken]: 'its time is over',
  [RESTJSONErrorCodes.UnknownWebhook]: 'its time is over',
  [RESTJSONErrorCodes.UnknownMessage]: 'the message is gone',
  [RESTJSONErrorCodes.UnknownChannel]: 'the channel is gone',
};

/** The permission that an error says is missing; else undefined. */
export const missingPermission = (error: unknown): string | undefined => MISSING[Number(codeOf(error))];

const MISSING: Partial<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingAccess]: 'View Channel',
  [RESTJSONErrorCodes.MissingPermissions]: 'Send Messages',
};

/** The code that an error or its cause has, Discord's or Node's; else undefined. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
