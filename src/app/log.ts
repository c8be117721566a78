// The log: JSON lines on standard error, or readable ones where a person looks; never a token, never what was asked.
import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './config.ts';

/**
 * Makes the log.
 * @param secret taken out of every line, should it ever get into one
 */
export function createLog(level: LogLevel, secret?: string): Logger {
  const options = {
    level,
    serializers: { err: describe },
    hooks: { streamWrite: (line: string) => (secret ? line.replaceAll(secret, '[secret]') : line) },
  };
  const { isTTY } = process.stderr;
  return isTTY
    ? pino(options, pretty({ destination: 2, sync: true, ignore: 'pid,hostname' }))
    : pino(options, pino.destination({ fd: 2, sync: true }));
}

/** An error without the request it came from: its address holds an interaction's token, and its body an answer. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { type: name, message, code, stack, ...(cause ? { cause: describe(cause) } : {}) };
}
