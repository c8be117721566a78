// Creates the log: JSON lines, or readable lines in a terminal. It never contains a token, nor what was asked.
import type { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * Creates the log. What makes lines readable is only loaded for a terminal.
 *
 * @param to the stream to write to, and whether it shows colours; a terminal gets readable lines
 * @param secret removed from every line, should it ever get into one
 */
export async function createLogger(
  level: LogLevel,
  to: { stream: Writable & { isTTY?: boolean }; colours: boolean },
  secret?: string,
): Promise<Logger> {
  const toText = to.stream.isTTY
    ? (await import('pino-pretty')).prettyFactory({ colorize: to.colours, ignore: 'pid,hostname' })
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

/**
 * An error without its request, whose address contains the token of an interaction and whose body contains an answer.
 */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { type: name, message, code, stack, ...(cause ? { cause: describe(cause) } : {}) };
}
