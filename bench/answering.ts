// `npm run bench:answering`: what an answer costs, from start-up to the reply on the wire. Takes some three minutes.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app/app.ts';
import { KNOWLEDGE, loadKnowledge } from '../src/app/load-knowledge.ts';
import { readRanker } from '../src/app/model-file.ts';
import { MAX_CLAIMS } from '../src/core/text/claims.ts';
import { openLargeDesk } from './large-desk.ts';
import { measureOverhead } from './overhead.ts';
import { at, type Timing, time, took, within } from './rounds.ts';
import { startBot, startEmpty, startWithNpm } from './starts.ts';

const ROUNDS = 20;
const SLOW_ROUNDS = 40;
const STARTS = 5;
const SIZES = [10_000, 100_000];
/** Seconds for the interactions of both bots. */
const LIMIT = 180;
/** Letters that are typed before the known questions are looked at. */
const TYPED = 12;

const questions = heldOut('questions', 'q');
const claims = heldOut('claims', 'claim');
const { desk, bot } = await createApp();
const suggest = (text: string) => desk.suggest(text, 10);

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
head('Real knowledge, milliseconds');
print(
  'ask',
  time(() => questions, desk.ask, ROUNDS),
);
print(
  'suggest',
  time(() => questions.map((text) => text.slice(0, TYPED)), suggest, ROUNDS),
);
print(
  'check, one claim',
  time(() => claims, desk.check, ROUNDS),
);

head('Made to be slow, 6,000 characters, milliseconds');
const tenClaims = claims
  .slice(0, MAX_CLAIMS)
  .map((claim) => `${claim}.`)
  .join(' ');
const slow: Record<string, (round: number) => string> = {
  'one question, repeated': (round) => `how many voted yes ${round} `.repeat(315),
  'one letter, repeated': (round) => String.fromCharCode(97 + (round % 26)).repeat(6_000),
  'a mistyped word, repeated': (round) => `negotitaions${round} `.repeat(460),
  '2,000 mistyped words': (round) => Array.from({ length: 2_000 }, (_, i) => mistyped(i, round)).join(' '),
  [`${MAX_CLAIMS} claims`]: (round) => `${round} ${tenClaims}`,
  [`${MAX_CLAIMS} claims of mistyped words`]: (round) =>
    Array.from({ length: 1_000 }, (_, i) => `${mistyped(i, round)}${i % 50 === 49 ? '.' : ''}`).join(' '),
};
for (const [what, text] of Object.entries(slow))
  for (const [way, call] of Object.entries({ ask: desk.ask, suggest, check: desk.check }))
    print(
      `${way}, ${what}`,
      time((round) => [text(round)], call, SLOW_ROUNDS),
    );

console.log('\nFrom INTERACTION_CREATE to the reply being sent, milliseconds     median      p99');
const { ok, bot: own } = await within(LIMIT, 'measuring the gateway', measureOverhead(bot, questions));
printTwo('a handler that only says "ok"', ok);
printTwo('this bot', own);
const [less, more] = [at(ok, 0.5), at(own, 0.5)];
const over = own.map((milliseconds, i) => milliseconds - (ok[i] ?? 0));
console.log(`overhead: ${(more - less).toFixed(2)} ms by the medians, ${(more / less).toFixed(2)} times;`);
console.log(`of each pair: median ${at(over, 0.5).toFixed(2)}, p90 ${at(over, 0.9).toFixed(2)} ms`);

console.log('\nStart-up, milliseconds                                          least   median     most');
const starts: Awaited<ReturnType<typeof startBot>>[] = [];
const empty: number[] = [];
const npm: number[] = [];
for (let i = 0; i < STARTS; i += 1) {
  empty.push(await startEmpty());
  starts.push(await startBot());
  npm.push(await startWithNpm());
}
printThree('an empty program', empty, 0);
printThree(
  'the bot, until Discord sees it',
  starts.map(({ ready }) => ready),
  0,
);
printThree('the same through npm', npm, 0);
printThree(
  'resident memory after it, idle, MB',
  starts.map(({ memory }) => memory),
  1,
);

const [knowledge, model] = [await loadKnowledge(KNOWLEDGE), await readRanker(KNOWLEDGE)];
if (!model) throw new Error('There is no ranker; run: npm run train');
for (const size of SIZES) {
  head(`${size.toLocaleString('en-US')} facts that the ranker does not know, milliseconds`);
  let large: ReturnType<typeof openLargeDesk> | undefined;
  const opening = took(() => {
    large = openLargeDesk(size, { knowledge, model });
  });
  if (!large) continue;
  const { desk: wide, questions: asked } = large;
  print(
    'ask',
    time(() => asked, wide.ask, ROUNDS / 4),
  );
  print(
    'suggest',
    time(
      () => asked.map((text) => text.slice(0, TYPED)),
      (text) => wide.suggest(text, 10),
      1,
    ),
  );
  print(
    'check, one claim',
    time(() => asked, wide.check, ROUNDS / 4),
  );
  console.log(`opening the desk: ${(opening / 1_000).toFixed(1)} s`);
}

function heldOut(name: string, key: string): string[] {
  return readFileSync(join(import.meta.dirname, `../tests/held-out/${name}.jsonl`), 'utf8')
    .split('\n')
    .flatMap((line) => (line ? [JSON.parse(line)[key] as string] : []));
}

function mistyped(i: number, round: number): string {
  const letters = [i % 26, Math.floor(i / 26) % 26, Math.floor(i / 676), round % 26, Math.floor(round / 26)];
  return `neg${letters.map((letter) => String.fromCharCode(97 + letter)).join('')}at`;
}

function head(what: string): void {
  console.log(`\n${what.padEnd(60)}   median      p99 quietest    worst    ratio`);
}

function print(what: string, { median, p99, quietest, worst, ratio }: Timing): void {
  console.log(
    what.padEnd(60) + [median, p99, quietest, worst, ratio].map((value) => cell(value, 2)).join(''),
  );
}

function printTwo(what: string, times: readonly number[]): void {
  console.log(what.padEnd(64) + [0.5, 0.99].map((share) => cell(at(times, share), 2)).join(''));
}

function printThree(what: string, values: readonly number[], digits: number): void {
  console.log(what.padEnd(60) + [0, 0.5, 1].map((share) => cell(at(values, share), digits)).join(''));
}

function cell(value: number, digits: number): string {
  return value.toFixed(digits).padStart(9);
}
