// The common part of `npm run ask` and `npm run check`: one text from the command line, or a batch of JSON Lines.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type App, createApp } from '../app/app.ts';
import { warmUp } from '../app/warm-up.ts';
import type { Desk } from '../core/desk.ts';
import { defineProgram, type Program, UsageError } from './shell.ts';

const EXPLAIN = {
  type: 'boolean',
  help: 'print how the text is read and judged, step by step, instead of the reply',
} as const;

interface TextProgram {
  /** Its script in package.json. */
  script: string;
  summary: string;
  /** A text to try. */
  example: string;
  /** The key of the text in a batch line: {"id", [key]}. */
  key: string;
  /** The output for the text of the command line. */
  describe(app: App, text: string): string | Promise<string>;
  /** The output with `--explain`: how the desk arrives at its answer. Without this, there is no `--explain`. */
  explain?(desk: Desk, text: string): string;
  /** The result for the text of a batch line. Its id and the milliseconds taken are added. */
  judge(desk: Desk, text: string): object;
}

/** Creates a program that reads texts and prints what the desk says about them. */
export const defineTextProgram = ({
  script,
  summary,
  example,
  key,
  describe,
  explain,
  judge,
}: TextProgram): Program =>
  defineProgram({
    summary,
    usage: [
      `npm run ${script} -- "${example}"`,
      ...(explain ? [`npm run ${script} -- --explain "${example}"`] : []),
      `npm run --silent ${script} -- --batch < ${key}s.jsonl`,
    ],
    options: {
      batch: {
        type: 'boolean',
        help: `read JSON Lines of {"id","${key}"}, and print a line of JSON for each`,
      },
      ...(explain ? { explain: EXPLAIN } : {}),
    },
    takesArguments: true,
    async run({ options, args }, { env, knowledge, stdin, print }) {
      const text = args.join(' ').trim();
      if (options.batch && text)
        throw new UsageError(`With --batch the ${key}s come from standard input only.`);
      if (options.batch && options.explain) throw new UsageError('Say either --batch or --explain.');
      if (!options.batch && !text) throw new UsageError(`Say which ${key}, or --batch.`);
      const app = await createApp({ knowledge, contact: env.OPERATOR_CONTACT });
      const { desk } = app;
      if (!options.batch)
        return print(options.explain && explain ? explain(desk, text) : await describe(app, text));
      // The first line's `ms` would tell how long the language model takes to open.
      warmUp(desk);
      const Line = lineSchema(key);
      for await (const line of createInterface({ input: stdin })) {
        // A byte order mark counts as white space here.
        if (!line.trim()) continue;
        const parsed = Line.safeParse(line.trim());
        print(
          JSON.stringify(
            parsed.success
              ? timed(parsed.data.id, () => judge(desk, parsed.data.text))
              : { error: `A line is {"id": ..., "${key}": "..."}: ${z.prettifyError(parsed.error)}` },
          ),
        );
      }
    },
  });

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
