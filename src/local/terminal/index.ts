// The terminal preview: type commands as a person at a Discord client would, and see what the bot answers.
import { type AsyncCompleter, createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { LocalDiscord } from '../server/index.ts';
import { createStyle } from './lines.ts';
import { createSession } from './session.ts';

/**
 * Runs the preview until the person leaves (`quit`, Ctrl+C, Ctrl+D), the input ends, or the local Discord stops.
 * @param parts the Discord to use; where lines come from and go to; three things to try; whether to use colours
 */
export async function startTerminal(parts: {
  local: LocalDiscord;
  input: Readable;
  output: Writable & { columns?: number; isTTY?: boolean };
  tries: readonly string[];
  colour: boolean;
}): Promise<void> {
  const { local, input, output, tries } = parts;
  const style = createStyle(parts.colour);
  const print = (...lines: string[]) => output.write(`${lines.join('\n')}\n`);
  const session = createSession({ local, print, style, tries, width: () => output.columns ?? 80 });

  print(
    style('bold', 'A preview on this machine. Nothing here reaches Discord.'),
    'You are Mia, a member of a server that has the bot. Try:',
    ...tries.map((line) => `  ${line}`),
    `Tab completes; ${style('cyan', 'help')} says what else there is; ${style('cyan', 'quit')} leaves.`,
    '',
  );
  const lines = createInterface({
    input,
    output,
    terminal: output.isTTY ?? false,
    completer: ((line, done) => {
      session.complete(line).then(
        (result) => done(null, result),
        (error: Error) => done(error),
      );
    }) satisfies AsyncCompleter,
  });
  const ask = () => {
    lines.setPrompt(session.prompt);
    lines.prompt();
  };
  // When a piped input ends, lines may still wait to be read. When the local Discord stops, they are of no use.
  let atEnd = false;
  lines.once('close', () => {
    atEnd = true;
  });
  let gone = false;
  const stop = local.on('close', () => {
    gone = true;
    lines.close();
  });
  ask();
  for await (const line of lines) {
    if (!(await session.enter(line)) || gone) break;
    if (!atEnd) ask();
  }
  stop();
  lines.close();
}
