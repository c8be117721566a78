// Puts one bot under load, over the gateway or over HTTP, and returns the rows of the table for each part of the
// load.
import { loadavg } from 'node:os';
import { createLocalDiscord } from '../src/local/server/index.ts';
import { type Act, createActs, mixOf } from './acts.ts';
import { startLoadBot } from './load-bot.ts';
import { recordLoad, type Summary } from './load-record.ts';

/** Interactions before anything is measured: three times the mix. */
const WARM_UP = 60;

export const HEAD = [
  '| load | interactions | p50 / p99 / max, ms | lost, doubled | a second | processor, ms each | event loop delay p99 / max, ms | memory, and the most so far, MB | load of the machine |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

/** What members do in a part of the load. */
export interface Part {
  what: string;
  run(members: { acts: Record<string, Act>; mixed: Act }): Promise<void>;
  /** Whether each kind of interaction gets a row of its own. */
  byKind?: boolean;
}

/**
 * Starts a bot and puts it under load.
 * @param over how interactions reach it
 * @returns the rows of the table
 * @throws {Error} if Discord would have refused anything that it sent
 */
export async function measureLoad(over: 'gateway' | 'http', parts: readonly Part[]): Promise<string[]> {
  const local = await createLocalDiscord();
  const record = recordLoad(local);
  const bot = await startLoadBot(local, over);
  const acts = createActs(local);
  const members = { acts, mixed: mixOf(acts) };
  for (let i = 0; i < WARM_UP; i += 1) await members.mixed(i);
  record.take();
  const rows: string[] = [];
  for (const { what, run, byKind } of parts) {
    const before = await bot.look();
    const begin = performance.now();
    const [busy = 0] = loadavg();
    await run(members);
    const took = (performance.now() - begin) / 1_000;
    const after = await bot.look();
    const { all, kinds } = record.take();
    rows.push(
      rowOf(what, all, [
        (all.count / took).toFixed(0),
        (((after.processor - before.processor) * 1_000) / all.count).toFixed(1),
        `${after.delay.p99.toFixed(0)} / ${after.delay.max.toFixed(0)}`,
        `${after.memory.toFixed(0)}, ${after.mostMemory.toFixed(0)}`,
        busy.toFixed(1),
      ]),
    );
    if (byKind)
      for (const [kind, summary] of Object.entries(kinds))
        rows.push(rowOf(`- ${kind}`, summary, ['', '', '', '', '']));
  }
  await bot.stop();
  // An interaction that did not reach the bot in time has no response, so it is among the lost.
  const [problem] = local.problems().filter((one) => !one.includes('could not be reached'));
  await local.close();
  if (problem) throw new Error(`Discord would have refused: ${problem}`);
  return rows;
}

export const grouped = (count: number): string => count.toLocaleString('en-US');

/** Formats a time in whole milliseconds; an interaction without a response has none. */
const inWhole = (milliseconds: number) => (Number.isFinite(milliseconds) ? Math.round(milliseconds) : '-');

const rowOf = (what: string, { count, p50, p99, max, lost, doubled }: Summary, more: readonly string[]) =>
  `| ${[what, grouped(count), [p50, p99, max].map(inWhole).join(' / '), `${lost}, ${doubled}`, ...more].join(' | ')} |`;
