// The log: JSON lines, or readable ones in a terminal. It never holds a token, nor what was asked.
import type { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { LogLevel } from './config.ts';

/**
 * Makes the log.
 * @param to where it goes, and whether that shows colours; a terminal gets readable lines
 * @param secret is taken out of every line, should it ever get into one
 */
export function createLogger(
  level: LogLevel,
  to: { stream: Writable & { isTTY?: boolean }; colours: boolean },
  secret?: string,
): Logger {
  const toText = to.stream.isTTY
    ? prettyFactory({ colorize: to.colours, ignore: 'pid,hostname' })
    : (line: string) => line;
  return pino(
    { level, serializers: { err: describe } },
    {
      write(line: string) {
        to.stream.write(toText(secret ? line.replaceAll(secret, '[secret]') : line));
      },
    },
  );
}

/** An error without the request it came from: its address holds an interaction's token, and its body an answer. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { type: name, message, code, stack, ...(cause ? { cause: describe(cause) } : {}) };
}
