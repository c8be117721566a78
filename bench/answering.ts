// `npm run bench:answering`: what an answer costs, from start-up to the reply on the wire.
import { cpus } from 'node:os';
import { type App, createApp } from '../src/app/app.ts';
import { readJudgeWeights } from '../src/app/judge-weights-file.ts';
import { loadCommands } from '../src/app/load-commands.ts';
import { loadKnowledge } from '../src/app/load-knowledge.ts';
import { readModel } from '../src/app/model-file.ts';
import { OperatorError } from '../src/app/operator-error.ts';
import { createBot } from '../src/bot/index.ts';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram } from '../src/cli/shell.ts';
import { MAX_CLAIMS } from '../src/core/text/claims.ts';
import { heldOut } from './held-out.ts';
import { openLargeDesk } from './large-desk.ts';
import { measureGrouping } from './measure-grouping.ts';
import { measureOverhead } from './overhead.ts';
import { at, type Timing, time, took, within } from './rounds.ts';
import { SETTLED, startBot, startEmpty, startWithNpm, writeBundle } from './starts.ts';

const ROUNDS = 20;
const SLOW_ROUNDS = 40;
const STARTS = 5;
/** Seconds for all interactions over the gateway. */
const LIMIT = 600;
/** Entries of a long list of unanswered questions. */
const UNANSWERED = 50_000;
const DIFFERENT = 2_000;
/** Number of letters typed before suggestions are asked for. */
const TYPED = 12;

interface Subject {
  app: App;
  /** The folder of the knowledge. */
  knowledge: string;
  questions: readonly string[];
  claims: readonly string[];
}

/** The measurements by name. Each returns the lines to print. */
const SECTIONS: Record<string, (subject: Subject) => string[] | Promise<string[]>> = {
  'the real knowledge': ({ app: { desk }, questions, claims }) => [
    head('Real knowledge, milliseconds'),
    row('ask', timeEach(questions, desk.ask)),
    row('suggest', timeEach(questions.map(begin), suggestWith(desk))),
    row('check, one claim', timeEach(claims, desk.check)),
  ],

  'inputs made to be slow': ({ app: { desk }, claims }) => [
    head('Made to be slow, 6,000 characters, milliseconds'),
    ...Object.entries(slowTexts(claims)).flatMap(([what, text]) =>
      Object.entries({ ask: desk.ask, suggest: suggestWith(desk), check: desk.check }).map(([way, call]) =>
        row(
          `${way}, ${what}`,
          time((round) => [text(round)], call, SLOW_ROUNDS),
        ),
      ),
    ),
  ],

  'the way over the gateway': async ({ app: { desk }, questions }) => {
    const commands = await loadCommands();
    const botOn = (of: App['desk']) => createBot(commands, of);
    const { ok, remembering, bot } = await within(
      LIMIT,
      'measuring the gateway',
      measureOverhead(desk, botOn, questions),
    );
    return [
      '\nFrom INTERACTION_CREATE to the reply being sent, milliseconds     median      p99',
      cells('a handler that only says "ok"', 64, [0.5, 0.99], ok, 2),
      cells('this bot, where the answer itself is known beforehand', 64, [0.5, 0.99], remembering, 2),
      cells('this bot', 64, [0.5, 0.99], bot, 2),
      ...Object.entries({ 'all but the answer': remembering, 'with the answer': bot }).map(
        ([what, times]) =>
          `over "ok", ${what}: ${(at(times, 0.5) - at(ok, 0.5)).toFixed(2)} ms by the medians, ${at(
            times.map((milliseconds, i) => milliseconds - (ok[i] ?? 0)),
            0.5,
          ).toFixed(2)} by the median of the pairs`,
      ),
    ];
  },

  'the start': async () => {
    const empty: number[] = [];
    const starts: Awaited<ReturnType<typeof startBot>>[] = [];
    const npm: number[] = [];
    await writeBundle();
    for (let i = 0; i < STARTS; i += 1) {
      empty.push(await startEmpty());
      starts.push(await startBot());
      npm.push(await startWithNpm());
    }
    const settled = await startBot(SETTLED);
    const ready = starts.map((start) => start.ready);
    const memory = starts.map((start) => start.memory);
    return [
      '\nStart-up, milliseconds                                          least   median     most',
      cells('an empty program', 60, [0, 0.5, 1], empty, 0),
      cells('the bot, until Discord sees it', 60, [0, 0.5, 1], ready, 0),
      cells('the same through npm', 60, [0, 0.5, 1], npm, 0),
      cells('resident memory three seconds after it, MB', 60, [0, 0.5, 1], memory, 1),
      `resident memory a minute after it: ${settled.memory.toFixed(1)} MB`,
    ];
  },

  'unanswered questions': async ({ app: { desk }, questions }) => {
    const { first, again, held, longestQuestion } = await measureGrouping(
      desk,
      questions,
      UNANSWERED,
      DIFFERENT,
    );
    return [
      `\n${UNANSWERED.toLocaleString('en-US')} unanswered questions, ${DIFFERENT.toLocaleString('en-US')} of them different`,
      `grouped in ${(first / 1_000).toFixed(1)} s, and again in ${(again / 1_000).toFixed(2)} s`,
      `event loop held for ${held.toFixed(1)} ms at most, and by the longest question alone ${longestQuestion.toFixed(1)} ms`,
    ];
  },

  '10,000 new facts': ({ knowledge }) => measureNewFacts(10_000, knowledge),
  '100,000 new facts': ({ knowledge }) => measureNewFacts(100_000, knowledge),
};

const answering = defineProgram({
  summary: 'Measures what an answer, a start and the memory take, in five to eight minutes.',
  usage: ['npm run bench:answering'],
  async run(_, { knowledge, print, progress }) {
    const app = await createApp({ knowledge });
    const subject = {
      app,
      knowledge,
      questions: heldOut('questions', 'q'),
      claims: heldOut('claims', 'claim'),
    };
    print(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
    for (const [i, [what, measure]] of Object.entries(SECTIONS).entries()) {
      progress(i, Object.keys(SECTIONS).length, what);
      print((await measure(subject)).join('\n'));
    }
  },
});
export default answering;

async function measureNewFacts(size: number, folder: string): Promise<string[]> {
  const [knowledge, model, weights] = [
    await loadKnowledge(folder),
    await readModel(folder),
    await readJudgeWeights(),
  ];
  if (!model) throw new OperatorError('There is no trained model. Run: npm run train');
  let large: ReturnType<typeof openLargeDesk> | undefined;
  const opening = took(() => {
    large = openLargeDesk(size, { knowledge, model, weights });
  });
  if (!large) return [];
  const { desk, questions } = large;
  return [
    head(`${size.toLocaleString('en-US')} facts that the ranker does not know, milliseconds`),
    row('ask', timeEach(questions, desk.ask, ROUNDS / 4)),
    row('suggest', timeEach(questions.map(begin), suggestWith(desk), 1)),
    row('check, one claim', timeEach(questions, desk.check, ROUNDS / 4)),
    `opening the desk: ${(opening / 1_000).toFixed(1)} s`,
  ];
}

/** Texts that take long to read, by description. Every round gets a different one, so that no cache helps. */
function slowTexts(claims: readonly string[]): Record<string, (round: number) => string> {
  const mostClaims = claims
    .slice(0, MAX_CLAIMS)
    .map((claim) => `${claim}.`)
    .join(' ');
  return {
    'one question, repeated': (round) => `how many voted yes ${round} `.repeat(315),
    'one letter, repeated': (round) => String.fromCharCode(97 + (round % 26)).repeat(6_000),
    'a mistyped word, repeated': (round) => `negotitaions${round} `.repeat(460),
    '2,000 mistyped words': (round) => Array.from({ length: 2_000 }, (_, i) => mistyped(i, round)).join(' '),
    'claims with commas between': (round) =>
      claims
        .slice(round, round + 80)
        .join(', ')
        .slice(0, 6_000),
    'dates, one after another': (round) =>
      Array.from({ length: 400 }, (_, i) => `May ${1 + ((i + round) % 28)}, 20${10 + (i % 20)}`).join(' '),
    [`${MAX_CLAIMS} claims`]: (round) => `${round} ${mostClaims}`,
    [`${MAX_CLAIMS} claims of mistyped words`]: (round) =>
      Array.from({ length: 1_000 }, (_, i) => `${mistyped(i, round)}${i % 50 === 49 ? '.' : ''}`).join(' '),
  };
}

function mistyped(i: number, round: number): string {
  const letters = [i % 26, Math.floor(i / 26) % 26, Math.floor(i / 676), round % 26, Math.floor(round / 26)];
  return `neg${letters.map((letter) => String.fromCharCode(97 + letter)).join('')}at`;
}

const begin = (text: string) => text.slice(0, TYPED);
const suggestWith = (desk: App['desk']) => (text: string) => desk.suggest(text, 10);

function timeEach(texts: readonly string[], call: (text: string) => unknown, rounds = ROUNDS): Timing {
  return time(() => texts, call, rounds);
}

function head(what: string): string {
  return `\n${what.padEnd(60)}   median      p99 quietest    worst    ratio`;
}

function row(what: string, { median, p99, quietest, worst, ratio }: Timing): string {
  return what.padEnd(60) + [median, p99, quietest, worst, ratio].map((value) => cell(value, 2)).join('');
}

/** A row of quantiles. */
function cells(
  what: string,
  width: number,
  quantiles: readonly number[],
  values: readonly number[],
  digits: number,
): string {
  return what.padEnd(width) + quantiles.map((quantile) => cell(at(values, quantile), digits)).join('');
}

function cell(value: number, digits: number): string {
  return value.toFixed(digits).padStart(9);
}

await runAsMain(import.meta.filename, answering);
