// `npm run load`: members use the real bot on the local Discord, many at once; the table goes into docs/operations.md.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import {
  createLocalDiscord,
  eachComponent,
  type LocalDiscord,
  type Message,
} from '../src/local/server/index.ts';
import { heldOut } from './held-out.ts';
import { startLoadBot } from './load-bot.ts';
import { recordLoad, type Summary } from './load-record.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/operations.md');
const TABLE = /(?<=<!-- npm run load -- --write -->\n).*?(?=<!-- end -->)/s;

/** What members do, in turn: of twenty interactions so many of each. */
const MIX: Record<string, number> = {
  ask: 6,
  typing: 5,
  check: 3,
  button: 2,
  votes: 1,
  dates: 1,
  quotes: 1,
  preview: 1,
};

/** What is also measured by itself. */
const ALONE = ['ask', 'check', 'typing', 'button', 'votes', 'dates', 'preview'];

/** Interactions at once, and interactions of one kind, when a kind is measured by itself. */
const AT_ONCE = 16;
const ALONE_COUNT = 400;

/** Makes one member do one thing. Resolves when the bot is done. */
type Act = (index: number) => Promise<unknown>;

const load = defineProgram({
  summary: 'Uses the bot on the local Discord as many members at once do, and prints what it took.',
  usage: ['npm run load', 'npm run load -- --count 1000 --seconds 10'],
  options: {
    count: { type: 'string', value: 'N', default: '10000', help: 'mixed interactions, 32 at once (10000)' },
    rate: { type: 'string', value: 'N', default: '50', help: 'then so many a second (50)' },
    seconds: { type: 'string', value: 'N', default: '60', help: 'for so long (60)' },
    write: { type: 'boolean', help: 'write the table into docs/operations.md' },
  },
  async run({ options }, { print, progress }) {
    const count = toNumber(options.count);
    const rate = toNumber(options.rate);
    const seconds = toNumber(options.seconds);
    const rows: string[] = [];
    const local = await createLocalDiscord();
    const record = recordLoad(local);
    const bot = await startLoadBot(local);
    const acts = createActs(local);
    const mixed = mixOf(acts);

    /** Runs one part of the load, and adds its rows. */
    async function measure(what: string, run: () => Promise<void>, byKind = false): Promise<void> {
      const before = await bot.look();
      const begin = performance.now();
      const [busy = 0] = loadavg();
      await run();
      const took = (performance.now() - begin) / 1_000;
      const after = await bot.look();
      const { all, kinds } = record.take();
      const processor = ((after.processor - before.processor) * 1_000) / all.count;
      rows.push(
        rowOf(what, all, [
          (all.count / took).toFixed(0),
          processor.toFixed(1),
          `${after.delay.p99.toFixed(0)} / ${after.delay.max.toFixed(0)}`,
          after.memory.toFixed(0),
          busy.toFixed(1),
        ]),
      );
      if (byKind)
        for (const [kind, summary] of Object.entries(kinds))
          rows.push(rowOf(`- ${kind}`, summary, ['', '', '', '', '']));
    }

    for (let i = 0; i < 3 * 20; i += 1) await mixed(i);
    record.take();
    await measure(`${grouped(count)} mixed, 32 at once`, () =>
      atOnce(32, count, (i) => {
        progress(i, count, 'mixed interactions');
        return mixed(i);
      }),
    );
    await measure(
      `${rate} a second for ${seconds} s`,
      () =>
        everySoOften(rate, rate * seconds, (i) => {
          progress(i, rate * seconds, 'a steady load');
          return mixed(i);
        }),
      true,
    );
    for (const kind of ALONE)
      await measure(`only ${kind}, ${AT_ONCE} at once`, () =>
        atOnce(AT_ONCE, Math.min(count, ALONE_COUNT), acts[kind] as Act),
      );
    await bot.stop();
    const problems = local.problems();
    await local.close();

    const table = [
      `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}.`,
      '',
      '| load | interactions | p50 / p99 / max, ms | lost, doubled | a second | processor, ms each | event loop delay p99 / max, ms | memory, MB | load of the machine |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
      '',
    ].join('\n');
    print(table);
    if (problems.length > 0) throw new Error(`Discord would have refused: ${problems[0]}`);
    if (options.write) {
      const text = await readFile(DOCUMENT, 'utf8');
      await writeFile(DOCUMENT, text.replace(TABLE, table));
    }
  },
});
export default load;

function toNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not a whole number above 0.`);
}

const grouped = (count: number) => count.toLocaleString('en-US');

/** Of no response at all there is no time. */
const inWhole = (milliseconds: number) => (Number.isFinite(milliseconds) ? Math.round(milliseconds) : '-');

const rowOf = (what: string, { count, p50, p99, max, lost, doubled }: Summary, more: readonly string[]) =>
  `| ${[what, grouped(count), [p50, p99, max].map(inWhole).join(' / '), `${lost}, ${doubled}`, ...more].join(' | ')} |`;

/** What members can do, by name. */
function createActs(local: LocalDiscord): Record<string, Act> {
  const { people, places } = local.world;
  const members = [people.mia, people.noah];
  const memberOf = (index: number) => members[index % members.length] ?? people.mia;
  const questions = heldOut('questions', 'q');
  const claims = heldOut('claims', 'claim');
  const of = (texts: readonly string[], index: number) => texts[index % texts.length] ?? '';
  const run = (index: number, command: string, options = {}) =>
    local.run(memberOf(index), places.general, command, options);
  /** Answers whose buttons can be pressed, with who got them. */
  const answers: { index: number; message: Message; button: string }[] = [];

  return {
    async ask(index) {
      const { messages } = await run(index, 'ask', { question: of(questions, index) });
      const [message] = messages;
      const button = [...eachComponent(message?.components ?? [])].find(({ custom_id }) =>
        custom_id?.startsWith('show?'),
      )?.custom_id;
      if (message && button && answers.length < 100) answers.push({ index, message, button });
    },
    check: (index) => run(index, 'check', { claim: of(claims, index) }),
    typing: (index) =>
      local.complete(
        memberOf(index),
        places.general,
        'ask',
        { question: of(questions, index).slice(0, 3 + (index % 12)) },
        'question',
      ),
    async button(index) {
      const answer = answers[index % Math.max(1, answers.length)];
      if (answer) await local.press(memberOf(answer.index), answer.message, answer.button);
    },
    votes: (index) => run(index, 'votes'),
    dates: (index) => run(index, 'dates'),
    quotes: (index) => run(index, 'quotes'),
    preview: () => local.run(people.max, places.general, 'summary preview'),
  };
}

/** One of the acts after the other, as often as the mix says, well spread. */
function mixOf(acts: Record<string, Act>): Act {
  const turns = Object.entries(MIX)
    .flatMap(([kind, times]) => Array.from({ length: times }, (_, i) => ({ kind, place: (i + 0.5) / times })))
    .sort((a, b) => a.place - b.place);
  // A kind counts for itself, so that it goes through all of its texts.
  return (index) => {
    const { kind } = turns[index % turns.length] as { kind: string };
    return (acts[kind] as Act)(Math.floor((index * (MIX[kind] ?? 1)) / turns.length));
  };
}

/** So many at a time, until all are done. */
async function atOnce(many: number, count: number, act: Act): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await act(next++).catch(() => {});
  };
  await Promise.all(Array.from({ length: many }, worker));
}

/** So many a second, whether the ones before are done or not. */
async function everySoOften(rate: number, count: number, act: Act): Promise<void> {
  const begin = performance.now();
  const all: Promise<unknown>[] = [];
  for (let i = 0; i < count; i += 1) {
    const left = begin + (i * 1_000) / rate - performance.now();
    if (left > 0) await wait(left);
    all.push(act(i).catch(() => {}));
  }
  await Promise.all(all);
}

await runAsMain(import.meta.filename, load);
