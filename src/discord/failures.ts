// Errors of Discord and of the connection to it: what they mean, and what to do about them.
import { DiscordAPIError, GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';

/** Discord refuses the bot. The message says why, and what to do. */
export class DiscordRefusal extends Error {
  override name = 'DiscordRefusal';
}

const TOKEN =
  'Discord refused the token. Copy the bot\'s token anew from https://discord.com/developers/applications ("Bot", "Reset Token") into DISCORD_TOKEN.';

/** Close codes that end the connection for good (Discord: Gateway Close Event Codes). */
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

/** Turns an error at the start into one that says what to do. An unknown error is returned as it is. */
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

/** Codes of connection errors in Node and undici. */
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

/** Whether the connection broke before the answer arrived. discord.js does not retry that by itself. */
const isReset = (error: unknown): boolean => codeOf(error) === 'UND_ERR_SOCKET';

/** Sends a request again if the connection broke. Only for requests that Discord itself refuses to carry out twice. */
export async function retryOnReset<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isReset(error)) throw error;
    return send();
  }
}

/** Why an interaction can no longer be answered, in words; undefined for any other error. */
export const expiredReason = (error: unknown): string | undefined => EXPIRED[Number(codeOf(error))];

const EXPIRED: Partial<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: 'Discord did not wait for the response any longer',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: 'it was responded to already',
  [RESTJSONErrorCodes.InvalidWebhookToken]: 'its time is over',
  [RESTJSONErrorCodes.UnknownWebhook]: 'its time is over',
  [RESTJSONErrorCodes.UnknownMessage]: 'the message is gone',
  [RESTJSONErrorCodes.UnknownChannel]: 'the channel is gone',
};

/** The name of the permission that is missing, according to an error; undefined for any other error. */
export const missingPermission = (error: unknown): string | undefined => MISSING[Number(codeOf(error))];

const MISSING: Partial<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingAccess]: 'View Channel',
  [RESTJSONErrorCodes.MissingPermissions]: 'Send Messages',
};

/** The code of an error or of its cause, from Discord or from Node; undefined if there is none. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
