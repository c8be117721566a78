// Errors of Discord and of the connection to it: what they mean, and what to do about them.
import {
  DiscordAPIError,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';

/** Thrown when Discord refuses the bot. The message says why, and what to do. */
export class DiscordRefusal extends Error {
  override name = 'DiscordRefusal';
}

export const TOKEN =
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
    'Discord refused the intents, though the bot asks for no privileged one. Check the application at https://discord.com/developers/applications.',
};

/** Why Discord closed the gateway for good. */
export const closedForGood = (code: number): DiscordRefusal =>
  new DiscordRefusal(
    `${CLOSED[code] ?? 'Discord closed the connection for good. Start the bot again.'} (close code ${code})`,
  );

/** Turns an error at the start into one that says what to do. Returns an unknown error unchanged. */
export function toRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401))
    return new DiscordRefusal(TOKEN);
  if (code === RESTJSONErrorCodes.MissingAccess || code === RESTJSONErrorCodes.UnknownGuild)
    return new DiscordRefusal(
      'Discord refused the commands for the server DISCORD_GUILD_ID. Check the id, and invite the bot there first.',
    );
  if (isUnreachable(error) || (typeof code === 'string' && BROKEN.has(code)))
    return new DiscordRefusal(
      `Discord cannot be reached (${code}). Check the network connection and start again.`,
    );
  if (error instanceof HTTPError || (error instanceof Error && error.name === 'AbortError'))
    return new DiscordRefusal(
      `Something failed on Discord's side (${error instanceof HTTPError ? error.status : 'no answer'}). See https://discordstatus.com, and start again later.`,
    );
  if (error instanceof RateLimitError)
    return new DiscordRefusal(
      `Discord accepts no more requests from this bot for ${Math.ceil(error.retryAfter / 1_000)} seconds. Start it again after that.`,
    );
  const [, until] = NO_SESSIONS.exec(error instanceof Error ? error.message : '') ?? [];
  if (until)
    return new DiscordRefusal(
      `Discord does not let the bot log in again until ${until}, because it was started too often. Leave it stopped until then, and look in its log for what ended it.`,
    );
  return error;
}

/** The message with which discord.js 14.28 says that the logins of a day are used up. */
const NO_SESSIONS = /^Not enough sessions remaining .* resets at (\S+)$/;

/** Whether a request failed before anything of it was sent. */
export const isUnreachable = (error: unknown): boolean => UNREACHABLE.has(String(codeOf(error)));

/** Codes of Node and undici when no connection could be made. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of Node and undici when a connection broke. */
const BROKEN = new Set(['ETIMEDOUT', 'ECONNRESET', 'UND_ERR_SOCKET']);

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

/** The code of an error or of its cause, from Discord or from Node; undefined if there is none. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
