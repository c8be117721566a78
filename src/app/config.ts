// The configuration from environment variables: checked as a whole, each problem with what to do.
import { z } from 'zod';
import { KNOWLEDGE } from './load-knowledge.ts';
import { OperatorError } from './operator-error.ts';
import { SHARING_FILE } from './sharing-file.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** Where to log in. Without it, the bot is a preview on this machine. */
  discord?: {
    token: string;
    /** Address of a local Discord's REST API. Without it, the bot uses the real Discord. */
    api?: string;
  };
  /** Registers the commands in this server only. */
  guildId?: string;
  logLevel: LogLevel;
  /** Port of the preview on 127.0.0.1, or of the endpoint over HTTP. */
  port: number;
  /** Where to serve /healthz and /metrics. Without it, neither is served. */
  health?: { host: string; port: number };
  /** Address on which the endpoint over HTTP listens. */
  httpHost: string;
  /** Address of the Redis or Valkey server that the copies of the bot share. Without it, there is one copy. */
  redis?: string;
  /** How members reach whoever runs the bot: an e-mail address or a web address. */
  contact?: string;
  /** Where to keep unanswered questions, for how many days, and how many of them. Without it, nothing is kept. */
  unanswered?: ({ path: string } | { redis: string }) & { days: number; most: number };
  /** Where to keep the list of channels in which sharing is off. */
  sharingFile: string;
}

/** Three parts joined by dots, as Discord issues tokens. Their lengths grow over time. */
const DISCORD_TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;

/** Tokens of the local Discord, which cannot be mistaken for real ones. */
const LOCAL_TOKEN = /^local\.[\w-]+$/;

/** A name or an address that a server can listen on. */
const HOST = /^[\w.:-]+$/;

const LOCAL_API = /^http:\/\/127\.0\.0\.1:\d{1,5}\/api$/;

const PORT_RULE = 'must be a port number from 1 to 65535.';

const Port = z.coerce.number(PORT_RULE).int(PORT_RULE).min(1, PORT_RULE).max(65_535, PORT_RULE);

const CONTACT_RULE =
  'must be an e-mail address, or a web address that begins with https://, such as https://example.org/contact.';
const HOST_RULE =
  'must be an address of this machine, such as 0.0.0.0 for all; leave it empty for 127.0.0.1.';

const DAYS_RULE = 'must be a whole number of days from 1 to 365.';

/** The value of UNANSWERED_LOG for a list on the server that REDIS_URL names. */
export const IN_REDIS = 'REDIS_URL';

const MAX_ENTRIES_RULE = 'must be a whole number from 100 to 100000.';

const Environment = z
  .object({
    DISCORD_TOKEN: z
      .string()
      .refine(
        (token) => DISCORD_TOKEN.test(token) || LOCAL_TOKEN.test(token),
        'is not a bot token. Copy it from https://discord.com/developers/applications ("Bot", "Reset Token"), without "Bot " before it; or leave it empty for a preview on this machine.',
      )
      .optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(
        /^\d{17,20}$/,
        'is not a server id, a number of 17 to 20 digits. Turn on Developer Mode in Discord, right-click the server and choose "Copy Server ID"; or leave it empty to register the commands everywhere.',
      )
      .optional(),
    DISCORD_API: z
      .string()
      .regex(LOCAL_API, 'must look like http://127.0.0.1:3000/api; leave it empty for the real Discord.')
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of: ${LOG_LEVELS.join(', ')}.`).optional(),
    KNOWLEDGE_DIR: z.string().optional(),
    PORT: Port.default(3000),
    HTTP_HOST: z.string().regex(HOST, HOST_RULE).default('127.0.0.1'),
    HEALTH_PORT: Port.optional(),
    HEALTH_HOST: z.string().regex(HOST, HOST_RULE).default('127.0.0.1'),
    REDIS_URL: z
      .string()
      .refine(
        (url) => URL.canParse(url) && /^rediss?:\/\/[^/]/.test(url),
        'must look like redis://user:password@host:6379/0, or rediss:// for TLS; leave it empty if the bot runs in a single copy.',
      )
      .optional(),
    OPERATOR_CONTACT: z
      .union([z.email(), z.url({ protocol: /^https?$/, hostname: z.regexes.domain })], CONTACT_RULE)
      .optional(),
    UNANSWERED_LOG: z.string().optional(),
    UNANSWERED_DAYS: z.coerce
      .number(DAYS_RULE)
      .int(DAYS_RULE)
      .min(1, DAYS_RULE)
      .max(365, DAYS_RULE)
      .default(30),
    UNANSWERED_MOST: z.coerce
      .number(MAX_ENTRIES_RULE)
      .int(MAX_ENTRIES_RULE)
      .min(100, MAX_ENTRIES_RULE)
      .max(100_000, MAX_ENTRIES_RULE)
      .default(10_000),
    SHARING_FILE: z.string().default(SHARING_FILE),
  })
  .superRefine(({ DISCORD_TOKEN: token, DISCORD_API: api, UNANSWERED_LOG, REDIS_URL }, context) => {
    if (UNANSWERED_LOG === IN_REDIS && !REDIS_URL)
      context.addIssue({
        code: 'custom',
        path: ['REDIS_URL'],
        message: 'is missing, although UNANSWERED_LOG refers to it.',
      });
    const isLocal = token !== undefined && LOCAL_TOKEN.test(token);
    const mix = isLocal
      ? !api &&
        'is missing: the token is one of a local Discord. Give its address, or a real token in DISCORD_TOKEN.'
      : api &&
        'is only for the token of a local Discord: a real token must not be sent there. Leave it empty.';
    if (mix) context.addIssue({ code: 'custom', path: ['DISCORD_API'], message: mix });
  });

/** The names of the variables. */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

/** The folder that KNOWLEDGE_DIR names, or else the one that comes with the bot. */
export const knowledgeFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  env.KNOWLEDGE_DIR?.trim() || KNOWLEDGE;

/**
 * Reads the configuration from environment variables. An empty one counts as missing.
 *
 * @throws {OperatorError} with every problem at once, one per line; never contains a token
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]);
  const result = Environment.safeParse(Object.fromEntries(given));
  if (!result.success)
    throw new OperatorError(
      ['The configuration has problems (see .env.example):']
        .concat(result.error.issues.map(({ path, message }) => `- ${path.join('.')} ${message}`))
        .join('\n'),
    );
  const { DISCORD_TOKEN, DISCORD_API, DISCORD_GUILD_ID, LOG_LEVEL, OPERATOR_CONTACT, PORT } = result.data;
  const { UNANSWERED_LOG: path, UNANSWERED_DAYS: days, UNANSWERED_MOST: most, SHARING_FILE } = result.data;
  const { REDIS_URL: redis, HTTP_HOST, HEALTH_PORT, HEALTH_HOST } = result.data;
  return {
    ...(DISCORD_TOKEN && { discord: { token: DISCORD_TOKEN, ...(DISCORD_API && { api: DISCORD_API }) } }),
    ...(DISCORD_GUILD_ID && { guildId: DISCORD_GUILD_ID }),
    // In the preview, the log would come between the lines of a person.
    logLevel: LOG_LEVEL ?? (DISCORD_TOKEN ? 'info' : 'warn'),
    port: PORT,
    httpHost: HTTP_HOST,
    ...(HEALTH_PORT && { health: { host: HEALTH_HOST, port: HEALTH_PORT } }),
    ...(redis && { redis }),
    ...(path && { unanswered: { ...(path === IN_REDIS && redis ? { redis } : { path }), days, most } }),
    ...(OPERATOR_CONTACT && { contact: OPERATOR_CONTACT }),
    sharingFile: SHARING_FILE,
  };
}
