// Runs the bot for the load, as a process of its own, and reads its figures from HEALTH_PORT.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../src/app/operator-error.ts';
import type { LocalDiscord } from '../src/local/server/index.ts';
import { freePort } from '../tests/free-port.ts';
import { START_ARGUMENTS } from './starts.ts';

const ROOT = join(import.meta.dirname, '..');

/** Seconds until the bot is there; the machine may be busy. */
const START_LIMIT = 120_000;

/** Milliseconds between samples of the event loop's delay. They are part of what is reported. */
const SAMPLED_EVERY = 10;

/** The figures that the bot reports about itself. */
export interface BotFigures {
  /** Resident memory in MB. */
  memory: number;
  /** Maximum resident memory in MB since the start. */
  mostMemory: number;
  /** MB of V8's heap in use, and of what its objects hold outside of it, such as the bytes of pictures. */
  heap: number;
  external: number;
  /** Processor time in seconds since it started. */
  processor: number;
  /** The delay of its event loop since the last look, in milliseconds. */
  delay: { p99: number; max: number };
}

export interface LoadBot {
  /** Reads the figures, and begins to measure the delay anew. */
  look(): Promise<BotFigures>;
  stop(): Promise<void>;
}

/**
 * Starts the bot on a local Discord with the arguments of `npm start`.
 *
 * @param over whether it logs in to the gateway, or receives signed interactions over HTTP
 * @returns once it answers
 */
export async function startLoadBot(
  local: LocalDiscord,
  over: 'gateway' | 'http' = 'gateway',
): Promise<LoadBot> {
  const [port, endpoint] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...START_ARGUMENTS, ...(over === 'http' ? ['--http'] : [])], {
    cwd: ROOT,
    env: {
      ...process.env,
      DISCORD_TOKEN: local.token,
      DISCORD_API: local.api,
      HEALTH_PORT: String(port),
      PORT: String(endpoint),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  await written(child, over === 'http' ? 'Taking interactions' : 'Invite the bot');
  if (over === 'http') await local.deliverTo(`http://127.0.0.1:${endpoint}/interactions`);
  return {
    async look() {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const of = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
      const delayOf = (name: string) =>
        Math.max(0, of(`nodejs_eventloop_lag_${name}_seconds`) * 1_000 - SAMPLED_EVERY);
      return {
        memory: of('process_resident_memory_bytes') / 1e6,
        mostMemory:
          (Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1_024) /
          1e6,
        heap: of('nodejs_heap_size_used_bytes') / 1e6,
        external: of('nodejs_external_memory_bytes') / 1e6,
        processor: of('process_cpu_seconds_total'),
        delay: { p99: delayOf('p99'), max: delayOf('max') },
      };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Resolves when a process has written something. From then on its output is read and dropped. */
async function written(child: ChildProcess, part: string): Promise<void> {
  const { stderr } = child;
  if (!stderr) throw new Error('The bot has no standard error');
  let text = '';
  const signal = AbortSignal.timeout(START_LIMIT);
  while (!text.includes(part)) {
    const [chunk] = await Promise.race([
      once(stderr, 'data', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new OperatorError(`The bot ended with exit code ${code}:\n${text.trimEnd()}`);
      }),
    ]);
    text += String(chunk);
  }
  stderr.resume();
}
