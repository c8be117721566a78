// Asks the desk from a terminal, without Discord: one question, or a batch of them as JSON Lines.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDesk } from './app.ts';
import { answerBlocks, asOf, citationBlocks, sayAnswer, sayBlocks } from './bot/index.ts';
import type { Answer } from './core/answer.ts';
import type { Desk } from './core/desk.ts';
import { KnowledgeError } from './core/knowledge.ts';

const USAGE = `Usage:
  npm run ask -- "how many voted yes?"       answers one question
  npm run --silent ask -- --batch            answers JSON Lines of {"id","question"} from standard input`;

const Line = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

const run = parseCommandLine();
if (!run) fail(USAGE);
else
  try {
    const desk = await openDesk(process.env.KNOWLEDGE_DIR);
    if (run.question !== undefined) console.log(answerWithCitations(desk, run.question));
    else
      for await (const line of createInterface({ input: process.stdin }))
        console.log(JSON.stringify(answerLine(desk, line)));
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    fail(error.message);
  }

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** What to run, or undefined where the command line is not understood. */
function parseCommandLine(): { question?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { batch: { type: 'boolean' } },
      allowPositionals: true,
    });
    const question = positionals.join(' ').trim();
    if (values.batch) return question ? undefined : {};
    return question ? { question } : undefined;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

function answerWithCitations(desk: Desk, question: string): string {
  const answer = desk.ask(question);
  return sayBlocks([
    ...answerBlocks(answer, desk.knowledge),
    ...(answer.outcome === 'found' ? citationBlocks([answer.fact]) : []),
    asOf(desk.knowledge.article),
  ]);
}

/** One line of a batch: the answer and the milliseconds that the desk took for it, or what is wrong with the line. */
function answerLine(desk: Desk, line: string): object {
  const parsed = parseLine(line);
  if (!parsed.success) return { error: `A line is {"id": ..., "question": "..."}: ${parsed.error}` };
  const { id, question } = parsed.data;
  const start = performance.now();
  const answer = desk.ask(question);
  const ms = Number((performance.now() - start).toFixed(3));
  return {
    id,
    outcome: answer.outcome,
    answer: sayAnswer(answer, desk.knowledge),
    facts: factIdsOf(answer),
    ms,
  };
}

type ParsedLine = { success: true; data: z.infer<typeof Line> } | { success: false; error: string };

function parseLine(line: string): ParsedLine {
  try {
    const result = Line.safeParse(JSON.parse(line));
    return result.success ? result : { success: false, error: z.prettifyError(result.error) };
  } catch (error) {
    return { success: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function factIdsOf(answer: Answer): string[] {
  switch (answer.outcome) {
    case 'found':
      return [answer.fact, ...answer.items].map(({ id }) => id);
    case 'unsure':
      return answer.candidates.map(({ fact }) => fact.id);
    case 'unknown':
      return [];
  }
}
