// What `npm run ask` and `npm run check` share: one text from the command line, or a batch of JSON Lines.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDesk } from '../app/app.ts';
import type { Desk } from '../core/desk.ts';
import { KnowledgeError } from '../core/knowledge/parse.ts';

interface Program<Key extends string> {
  /** Shown on standard error when the command line is not understood. */
  usage: string;
  /** What the text of a batch line is called: {"id", [key]}. */
  key: Key;
  /** What is printed for the one text of the command line. */
  sayOne(desk: Desk, text: string): string;
  /** What a batch line says of its text; its id and the milliseconds that this took are added. */
  judge(desk: Desk, text: string): object;
}

/** Runs a program to its end; bad usage and broken knowledge are told on standard error, with exit code 1. */
export async function runOnTexts<Key extends string>({
  usage,
  key,
  sayOne,
  judge,
}: Program<Key>): Promise<void> {
  const asked = parseCommandLine();
  if (!asked) return fail(usage);
  try {
    const desk = await openDesk(process.env.KNOWLEDGE_DIR);
    if (asked.text !== undefined) return console.log(sayOne(desk, asked.text));
    const Line = lineSchema(key);
    for await (const line of createInterface({ input: process.stdin })) {
      const parsed = Line.safeParse(line);
      console.log(
        JSON.stringify(
          parsed.success
            ? timed(parsed.data.id, () => judge(desk, parsed.data.text))
            : { error: `A line is {"id": ..., "${key}": "..."}: ${z.prettifyError(parsed.error)}` },
        ),
      );
    }
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    fail(error.message);
  }
}

/** The text that was given, none for a batch; undefined where the command line is not understood. */
function parseCommandLine(): { text?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { batch: { type: 'boolean' } },
      allowPositionals: true,
    });
    const text = positionals.join(' ').trim();
    if (values.batch) return text ? undefined : {};
    return text ? { text } : undefined;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

const lineSchema = (key: string) =>
  z
    .string()
    .transform((line, context) => {
      try {
        return JSON.parse(line);
      } catch (error) {
        context.addIssue(String(error));
        return z.NEVER;
      }
    })
    .pipe(z.object({ id: z.union([z.string(), z.number()]), [key]: z.string() }))
    .transform((line) => ({ id: line.id, text: String(line[key]) }));

function timed(id: unknown, call: () => object): object {
  const start = performance.now();
  const result = call();
  return { id, ...result, ms: Number((performance.now() - start).toFixed(3)) };
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
