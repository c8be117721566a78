// The configuration says what is wrong and what to do, all at once, and never shows a token.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { parseConfig, VARIABLES } from '../../src/app/config.ts';
import { OperatorError } from '../../src/app/operator-error.ts';

// Made up, in the form of real ones.
const TOKEN = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
const LOCAL = 'local.0123456789abcdef';
const API = 'http://127.0.0.1:3000/api';

/** What the configuration is refused with. */
function problems(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as OperatorError).message;
  }
  throw new Error('The configuration was accepted');
}

test('nothing at all is a preview', () => {
  expect(parseConfig({})).toEqual({
    logLevel: 'warn',
    port: 3000,
    httpHost: '127.0.0.1',
    sharingFile: join(import.meta.dirname, '../../sharing-off.json'),
  });
});

test('empty variables count as missing, as in a fresh copy of .env.example', () => {
  const example = parse(readFileSync(join(import.meta.dirname, '../../.env.example')));
  expect(Object.keys(example)).toEqual(VARIABLES);
  expect(parseConfig(example)).toEqual(parseConfig({}));
});

test('everything that is set is taken, without the spaces around it', () => {
  const env = {
    DISCORD_TOKEN: ` ${TOKEN} `,
    DISCORD_GUILD_ID: '123456789012345678',
    LOG_LEVEL: 'debug',
    PORT: '8080',
    HEALTH_PORT: '9090',
    HEALTH_HOST: '::1',
    HTTP_HOST: '0.0.0.0',
    REDIS_URL: 'rediss://user:word@host:6380/1',
    UNANSWERED_LOG: 'REDIS_URL',
    UNANSWERED_DAYS: '7',
    UNANSWERED_MOST: '500',
    SHARING_FILE: '/data/off.json',
  };
  expect(parseConfig(env)).toEqual({
    discord: { token: TOKEN },
    guildId: '123456789012345678',
    logLevel: 'debug',
    port: 8080,
    health: { host: '::1', port: 9090 },
    httpHost: '0.0.0.0',
    redis: 'rediss://user:word@host:6380/1',
    unanswered: { redis: 'rediss://user:word@host:6380/1', days: 7, most: 500 },
    sharingFile: '/data/off.json',
  });
  expect(parseConfig({ UNANSWERED_LOG: ' list.jsonl' }).unanswered).toEqual({
    path: 'list.jsonl',
    days: 30,
    most: 10_000,
  });
  expect(parseConfig({ HEALTH_PORT: '9090' }).health).toEqual({ host: '127.0.0.1', port: 9090 });
});

test.each(['localhost:6379', 'http://host:6379', 'redis://', 'redis:///0', 'redis host'])(
  'REDIS_URL %s is refused, and not repeated',
  (url) => {
    expect(problems({ REDIS_URL: url })).toContain(
      'REDIS_URL must look like redis://user:password@host:6379/0',
    );
  },
);

test('a list on a server that is not named is refused', () => {
  expect(problems({ UNANSWERED_LOG: 'REDIS_URL' })).toContain('REDIS_URL is missing');
});

test('a local token goes with a local address', () => {
  expect(parseConfig({ DISCORD_TOKEN: LOCAL, DISCORD_API: API }).discord).toEqual({ token: LOCAL, api: API });
});

test.each(['desk@example.org', 'https://example.org/contact', 'https://discord.gg/abc'])(
  'members may be told to turn to %s',
  (contact) => {
    expect(parseConfig({ OPERATOR_CONTACT: contact }).contact).toBe(contact);
  },
);

test.each([
  'ask Max',
  '@max',
  'http://',
  'https://localhost',
  'javascript:alert(1)',
  'ftp://example.org',
  'a@b',
])('a contact that is no address is refused: %s', (contact) => {
  expect(problems({ OPERATOR_CONTACT: contact })).toContain('- OPERATOR_CONTACT must be an e-mail address');
});

describe('a mix of real and local is refused:', () => {
  test('a real token with a local address', () => {
    expect(problems({ DISCORD_TOKEN: TOKEN, DISCORD_API: API })).toContain(
      'a real token must not be sent there',
    );
  });
  test('a local token without an address', () => {
    expect(problems({ DISCORD_TOKEN: LOCAL })).toContain('DISCORD_API is missing');
  });
  test('an address without a token', () => {
    expect(problems({ DISCORD_API: API })).toContain('DISCORD_API is only for the token of a local Discord');
  });
});

test.each([
  ['DISCORD_TOKEN', 'Bot abc', 'Copy it from'],
  ['DISCORD_GUILD_ID', 'my server', 'Copy Server ID'],
  ['DISCORD_API', 'http://example.com/api', 'leave it empty'],
  ['DISCORD_API', 'http://127.0.0.1.evil.example:80/api', 'leave it empty'],
  ['LOG_LEVEL', 'loud', 'debug'],
  ['PORT', '70000', '1 to 65535'],
  ['PORT', '80a', '1 to 65535'],
  ['UNANSWERED_DAYS', '0', 'from 1 to 365'],
  ['UNANSWERED_MOST', '99', 'from 100 to 100000'],
  ['UNANSWERED_MOST', 'many', 'from 100 to 100000'],
])('%s=%s is named with what to do', (name, value, advice) => {
  expect(problems({ [name]: value })).toMatch(new RegExp(`^- ${name} .*${advice}`, 'm'));
});

test('every problem is told at once', () => {
  const told = problems({ DISCORD_GUILD_ID: 'x', LOG_LEVEL: 'x', PORT: 'x' });
  for (const name of ['DISCORD_GUILD_ID', 'LOG_LEVEL', 'PORT']) expect(told).toContain(`- ${name} `);
});

test('a token is never shown', () => {
  const wrong = `${TOKEN} and more`;
  expect(problems({ DISCORD_TOKEN: wrong })).not.toContain(TOKEN);
  expect(problems({ DISCORD_TOKEN: TOKEN, DISCORD_API: API })).not.toContain(TOKEN);
});
